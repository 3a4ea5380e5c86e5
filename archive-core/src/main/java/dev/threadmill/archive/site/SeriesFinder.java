package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.PatchTag;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patch series of one thread, in reading order: a patch belongs to the series of the
 * nearest cover letter or patch above it, where version and count agree and its number is free;
 * else to the last series of its sender with that version and count; else it begins one.
 */
final class SeriesFinder {

    private final MailThread thread;
    private final List<Draft> drafts = new ArrayList<>();

    /** By node: whose subject says what it is as a patch, or -1. */
    private final int[] told;

    /** By node: the series of the nearest patch above it or of itself; null without one. */
    private final @Nullable Draft[] nearest;

    /** By node: that patch. */
    private final int[] patch;

    private final Map<Key, Draft> open = new HashMap<>();

    /** What patches there are: a ghost that is one of them by its replies is a missing reply. */
    private final Set<Name> held = new HashSet<>();

    private record Key(int version, int total, String author) {}

    private record Name(int version, int total, int number, String title) {}

    /** A series that is being put together. */
    private static final class Draft {

        final int place;
        final PatchTag first;
        final TreeMap<Integer, Integer> nodes = new TreeMap<>();
        int answers = -1;
        int former = -1;

        Draft(int place, PatchTag first) {
            this.place = place;
            this.first = first;
        }

        boolean takes(PatchTag tag) {
            boolean sameVersion = tag.version() == first.version() || !tag.versioned();
            return sameVersion
                    && tag.total() == first.total()
                    && !tag.isCover()
                    && !nodes.containsKey(tag.number());
        }
    }

    private SeriesFinder(MailThread thread, int[] told) {
        this.thread = thread;
        this.told = told;
        this.nearest = new Draft[thread.nodes().size()];
        this.patch = new int[thread.nodes().size()];
        Arrays.fill(patch, -1);
    }

    /**
     * The series of a thread, in the order they begin in.
     *
     * @param index the thread's
     * @param firstIndex the index of the first of them
     */
    static List<PatchSeries> find(MailThread thread, int index, int firstIndex) {
        int[] told = told(thread);
        int size = told.length;
        int first = 0;
        while (first < size && told[first] < 0) {
            first++;
        }
        if (first == size) {
            return List.of(); // nearly every thread of most lists
        }
        SeriesFinder finder = new SeriesFinder(thread, told);
        for (int node = first; node < size; node++) {
            if (told[node] == node) {
                finder.held.add(name(finder.tag(node).orElseThrow()));
            }
        }
        for (int node = first; node < size; node++) {
            finder.look(node);
        }
        List<PatchSeries> series = new ArrayList<>(finder.drafts.size());
        for (Draft draft : finder.drafts) {
            series.add(finder.series(draft, index, firstIndex + draft.place));
        }
        return series;
    }

    /**
     * Whose subject says what each node is as a patch: its own, or of a ghost the first that
     * answers one among its children's; -1 where none does. Of a removed message nobody says it.
     */
    private static int[] told(MailThread thread) {
        List<ThreadNode> nodes = thread.nodes();
        int[] told = new int[nodes.size()];
        Arrays.fill(told, -1);
        for (int node = 0; node < told.length; node++) {
            ThreadNode at = nodes.get(node);
            if (at.isGhost()) {
                continue;
            }
            if (PatchSeries.tag(thread, node, node).isPresent()) {
                told[node] = node;
            }
            int parent = at.parent();
            boolean tells =
                    parent >= 0
                            && told[parent] < 0
                            && nodes.get(parent).isGhost()
                            && !nodes.get(parent).isRemoved();
            if (tells && PatchSeries.tag(thread, parent, node).isPresent()) {
                told[parent] = node;
            }
        }
        return told;
    }

    private Optional<PatchTag> tag(int node) {
        return told[node] < 0 ? Optional.empty() : PatchSeries.tag(thread, node, told[node]);
    }

    /** Whether a ghost stands for a patch that is not there, and for no reply. */
    private boolean isMissing(PatchTag tag, int parent) {
        boolean answer =
                parent >= 0
                        && !thread.nodes().get(parent).isGhost()
                        && PatchTag.answered(thread.nodes().get(parent).message().subject())
                                .filter(above -> name(above).equals(name(tag)))
                                .isPresent();
        return !answer && held.add(name(tag));
    }

    private void look(int node) {
        int parent = thread.nodes().get(node).parent();
        Draft above = parent < 0 ? null : nearest[parent];
        boolean ghost = thread.nodes().get(node).isGhost();
        Optional<PatchTag> tag = tag(node).filter(t -> !ghost || isMissing(t, parent));
        if (tag.isEmpty()) {
            nearest[node] = above;
            patch[node] = parent < 0 ? -1 : patch[parent];
            return;
        }
        PatchTag is = tag.get();
        Draft mine = above != null && above.takes(is) ? above : sameSender(node, is);
        if (mine == null) {
            mine = begin(node, is, above);
        }
        mine.nodes.put(is.number(), node);
        nearest[node] = mine;
        patch[node] = node;
    }

    /** The last series of who sent this patch that it can be part of; of a ghost, of anybody. */
    private @Nullable Draft sameSender(int node, PatchTag tag) {
        Draft last = tag.total() == 1 ? null : open.get(key(tag, author(node)));
        return last != null && last.takes(tag) ? last : null;
    }

    private Draft begin(int node, PatchTag tag, @Nullable Draft above) {
        Draft draft = new Draft(drafts.size(), tag);
        drafts.add(draft);
        open.put(key(tag, author(node)), draft);
        open.put(key(tag, ""), draft);
        if (above != null) {
            draft.answers = above.place;
            int parent = thread.nodes().get(node).parent();
            Integer same = above.nodes.get(tag.number());
            boolean again = same != null && same == patch[parent] && !tag.isCover();
            if (again && tag.version() > above.first.version() && tag.total() > 1) {
                draft.former = tag.total() == above.first.total() ? above.place : -1;
            }
        }
        return draft;
    }

    private static Name name(PatchTag tag) {
        return new Name(tag.version(), tag.total(), tag.number(), tag.title());
    }

    private static Key key(PatchTag tag, String author) {
        return new Key(tag.version(), tag.total(), author);
    }

    private String author(int node) {
        ThreadNode at = thread.nodes().get(node);
        return at.isGhost() ? "" : at.message().from().identity();
    }

    private PatchSeries series(Draft draft, int index, int seriesIndex) {
        List<PatchSeries.Member> members = new ArrayList<>(draft.nodes.size());
        draft.nodes.forEach(
                (number, node) -> members.add(new PatchSeries.Member(number, node, told[node])));
        PatchSeries.Member lead = members.get(0);
        Message first = null;
        String changeId = "";
        for (PatchSeries.Member member : members) {
            ThreadNode at = thread.nodes().get(member.node());
            if (!at.isGhost()) {
                first = first == null ? at.message() : first;
                changeId = changeId.isEmpty() ? at.message().changeId() : changeId;
            }
        }
        // A series of ghosts alone is as old as the first reply to it.
        Message dated = first != null ? first : thread.nodes().get(lead.told()).message();
        return new PatchSeries(
                seriesIndex,
                index,
                draft.place,
                draft.first.version(),
                draft.first.total(),
                PatchSeries.title(thread, lead),
                first == null ? Address.NONE : first.from(),
                dated.sent(),
                changeId.toLowerCase(Locale.ROOT),
                members,
                draft.answers,
                draft.former);
    }
}
