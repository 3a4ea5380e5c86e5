package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.FromSearch;
import java.util.Arrays;

/** The quoting of an mbox, after which no line of a message starts with {@code From }. */
final class Mboxrd {

    private Mboxrd() {}

    /**
     * Takes one {@code >} from every line of {@code >}s and {@code From }.
     *
     * @param bytes overwritten where anything was quoted; the result may be this array
     */
    static byte[] unquote(byte[] bytes) {
        int kept = 0;
        int copied = 0;
        int at = 0;
        while (true) {
            at = FromSearch.next(bytes, at, bytes.length);
            if (at + FromSearch.LENGTH > bytes.length) {
                break;
            }
            int line = at;
            while (line > copied && bytes[line - 1] == '>') {
                line--;
            }
            if (line < at && (line == 0 || bytes[line - 1] == '\n')) {
                System.arraycopy(bytes, copied, bytes, kept, line - copied);
                kept += line - copied;
                copied = line + 1;
            }
            at += FromSearch.LENGTH;
        }
        if (copied == 0) {
            return bytes;
        }
        System.arraycopy(bytes, copied, bytes, kept, bytes.length - copied);
        return Arrays.copyOf(bytes, kept + bytes.length - copied);
    }
}
