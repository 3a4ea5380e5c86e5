package dev.threadmill.archive.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The quoting of an mbox, after which no line of a message starts with {@code From }. Every line
 * that reads so after any number of {@code >} has one more, so that taking one away gives the bytes
 * that came in.
 */
public final class Mboxrd {

    private Mboxrd() {}

    /** Appends a message as it stands in an mbox. */
    public static void quote(byte[] message, ByteArrayOutputStream out) {
        int copied = 0;
        int at = FromSearch.next(message, 0, message.length);
        while (at + FromSearch.LENGTH <= message.length) {
            int line = at;
            while (line > copied && message[line - 1] == '>') {
                line--;
            }
            if (line == 0 || message[line - 1] == '\n') {
                out.write(message, copied, line - copied);
                out.write('>');
                copied = line;
            }
            at = FromSearch.next(message, at + FromSearch.LENGTH, message.length);
        }
        out.write(message, copied, message.length - copied);
    }

    /**
     * Takes one {@code >} from every line of {@code >}s and {@code From }.
     *
     * @param bytes overwritten where anything was quoted; the result may be this array
     */
    public static byte[] unquote(byte[] bytes) {
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
