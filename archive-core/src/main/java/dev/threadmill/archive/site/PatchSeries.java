package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.PatchTag;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.thread.MailThread;
import java.util.List;
import java.util.Optional;

/**
 * Patches that belong together, in one version: a cover letter and what it announces, or a patch on
 * its own. At least one of them is there, if only as a parent that its replies name.
 *
 * @param index its place among all series of the plan
 * @param thread the thread that it stands in, as an index into the plan's
 * @param place which of the series of its thread it is, from 0
 * @param total how many patches it says it has
 * @param title the subject of its cover letter, else of its first patch
 * @param author who sent the first of it that is there
 * @param sent when, in seconds since 1970 UTC
 * @param changeId what it calls itself in all its versions; empty where it says nothing
 * @param members by number, the cover letter first; those that nothing names are left out
 * @param answers the series of the same thread that its first member was sent in answer to, as a
 *     place, or -1
 * @param former where it sends only some patches of {@code answers} again, the place of that; else
 *     -1
 */
public record PatchSeries(
        int index,
        int thread,
        int place,
        int version,
        int total,
        String title,
        Address author,
        long sent,
        String changeId,
        List<Member> members,
        int answers,
        int former) {

    public PatchSeries {
        members = List.copyOf(members);
    }

    /**
     * One of the patches, or with number 0 the cover letter.
     *
     * @param node its place in the thread; of a ghost, when replies say what it was
     * @param told the node whose subject says what it is: itself, or of a ghost the first such
     *     reply
     */
    public record Member(int number, int node, int told) {}

    /** The cover letter, or else the first patch that is there. */
    public Member lead() {
        return members.get(0);
    }

    /** What the subject of a member calls it, or of a ghost that of the reply that tells. */
    public static String title(MailThread thread, Member member) {
        return tag(thread, member.node(), member.told()).orElseThrow().title();
    }

    /** What a node is as a patch, by the subject of itself or of a reply to it. */
    static Optional<PatchTag> tag(MailThread thread, int node, int told) {
        Subject subject = thread.nodes().get(told).message().subject();
        return told == node ? PatchTag.of(subject) : PatchTag.answered(subject);
    }
}
