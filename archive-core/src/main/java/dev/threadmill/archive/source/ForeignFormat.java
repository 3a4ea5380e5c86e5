package dev.threadmill.archive.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that hold mail, or may, in a form that is not read here: what they are, what to do. */
final class ForeignFormat {

    private static final String FILES =
            "the file is an archive of files; unpack it, and name the folder instead";
    private static final String UTF_16 =
            "the text of the file is UTF-16, as no mail is; export the mail again, or save the file as UTF-8";

    private static final List<Mark> MARKS =
            List.of(
                    new Mark(0, "PK\3\4", FILES),
                    new Mark(0, "7z\u00BC\u00AF", FILES),
                    new Mark(0, "Rar!", FILES),
                    new Mark(257, "ustar", FILES),
                    new Mark(0, "BZh", "the file is packed by bzip2; unpack it, or pack it by xz"),
                    new Mark(
                            0,
                            "(\u00B5/\u00FD",
                            "the file is packed by zstd; unpack it, or pack it by xz"),
                    new Mark(0, "\u00FF\u00FE", UTF_16),
                    new Mark(0, "\u00FE\u00FF", UTF_16),
                    new Mark(
                            0,
                            "\1\1\1\1",
                            "the file is an MMDF mailbox; turn it into an mbox, by mutt for instance"),
                    new Mark(
                            0,
                            "BABYL OPTIONS:",
                            "the file is a Babyl mailbox; turn it into an mbox, by unrmail of Emacs"),
                    new Mark(
                            0,
                            "!BDN",
                            "the file is a folder of Outlook; turn it into an mbox, by readpst"),
                    new Mark(
                            0,
                            "\u00CF\u00AD\u0012\u00FE",
                            "the file is a folder of Outlook Express; turn it into .eml files, by undbx"),
                    new Mark(
                            0,
                            "\u00D0\u00CF\u0011\u00E0",
                            "the file is a message as Outlook keeps it; turn it into .eml, by msgconvert"));

    private ForeignFormat() {}

    /** Bytes by which a form is known, a character each, and where they stand. */
    private record Mark(int at, String bytes, String sentence) {

        boolean isIn(byte[] head) {
            byte[] mark = bytes.getBytes(StandardCharsets.ISO_8859_1);
            return FromLine.startsWith(head, at, head.length, mark);
        }
    }

    /**
     * What a file is that begins with these bytes, and the remedy; null when it is none of these.
     */
    static @Nullable String remedy(byte[] head) {
        for (Mark mark : MARKS) {
            if (mark.isIn(head)) {
                return mark.sentence;
            }
        }
        return null;
    }
}
