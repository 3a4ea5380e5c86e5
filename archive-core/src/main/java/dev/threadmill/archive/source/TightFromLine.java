package dev.threadmill.archive.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Judges From lines before which no blank line stands. Mail quotes such lines, so the program that
 * wrote the mbox, the message before or the whole mbox has to prove that they start a message.
 */
final class TightFromLine {

    /** Parts that go on for longer lost the line that closes them. */
    private static final int LONGEST_OPEN = 1 << 20;

    private final MailFile file;
    private final MboxForm form;
    private final Remarks remarks;
    private boolean pipermail;
    private boolean netscape;
    private @Nullable Boolean unspaced;

    private @Nullable DeclaredEnd declared;
    private long declaredBy = -1;

    /** Whether the line that closes its parts was found, and up to where it was looked for. */
    private boolean closed;

    private long searched;

    TightFromLine(MailFile file, MboxForm form, Remarks remarks) {
        this.file = file;
        this.form = form;
        this.remarks = remarks;
    }

    /** Takes note of the first From line of the mbox, which tells what program wrote it. */
    void learn(byte[] bytes, int at, int end) {
        pipermail = FromLine.isPipermail(bytes, at, end);
        netscape = FromLine.isNetscape(bytes, at, end);
    }

    /** Whether the mbox is Pipermail's. */
    boolean isPipermail() {
        return pipermail;
    }

    /**
     * Whether the line at {@code at} starts a message.
     *
     * @param message where the message before it begins in the file
     * @param place where the line begins in the file
     */
    boolean startsMessage(byte[] bytes, int at, int end, long message, long place)
            throws IOException {
        // Pipermail forgets the blank line behind the notes it leaves for scrubbed attachments.
        if (pipermail && FromLine.isPipermail(bytes, at, end)) {
            remarks.tightLine(place);
            return true;
        }
        boolean timed = FromLine.startsMessage(bytes, at, end);
        if ((!timed && !TimelessFromLine.isBare(bytes, at, end))
                || !TimelessFromLine.startsMessage(bytes, at, end)) {
            return false;
        }
        // Netscape leaves the blank line out where a body ends in no line feed.
        if ((timed && netscape && FromLine.isNetscape(bytes, at, end))
                || declared(message, place).isBefore(bytes, at, place - message)) {
            remarks.provenLine(place);
            return true;
        }
        // What stands among parts that are still open is quoted, whatever the mbox is like.
        boolean separates =
                UnspacedMbox.isSeparator(bytes, at, end) && isUnspaced() && !isOpen(message, place);
        if (separates) {
            remarks.unspacedLine(place);
        }
        return separates;
    }

    /** Looked for once, however many lines ask. */
    private boolean isUnspaced() throws IOException {
        Boolean known = unspaced;
        if (known == null) {
            known = !form.counts() && UnspacedMbox.is(file);
            unspaced = known;
        }
        return known;
    }

    /** Whether the line that closes the parts of the message does not stand before this place. */
    private boolean isOpen(long message, long place) throws IOException {
        String boundary = declared(message, place).boundary();
        if (boundary.isEmpty() || closed || place - message > LONGEST_OPEN) {
            return false;
        }
        String end = "\n--" + boundary + "--";
        byte[] more = file.read(searched, (int) (place - searched));
        closed = new String(more, StandardCharsets.ISO_8859_1).contains(end);
        searched = Math.max(searched, place - end.length());
        return !closed;
    }

    /** What the message says of its end. Looked for once, too. */
    private DeclaredEnd declared(long message, long place) throws IOException {
        DeclaredEnd known = declared;
        if (known == null || declaredBy != message) {
            int length = (int) Math.min(place - message, DeclaredEnd.LONGEST_HEADER);
            known = DeclaredEnd.of(file.read(message, length), 0, length);
            declared = known;
            declaredBy = message;
            closed = false;
            searched = message;
        }
        return known;
    }
}
