package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.FromSearch;
import java.nio.charset.StandardCharsets;

/**
 * Writes messages as mboxrd: every line that reads {@code From } after any number of {@code >} gets
 * one more {@code >}, so that taking one away gives the bytes that came in.
 */
final class Mboxrd {

    private Mboxrd() {}

    /**
     * Appends a message with nothing after it.
     *
     * @param arrived seconds since 1970
     */
    static void append(Bytes out, byte[] message, long arrived) {
        String separator = "From mboxrd@z " + Dates.asctime(arrived) + "\n";
        out.writeBytes(separator.getBytes(StandardCharsets.US_ASCII));
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

    /** Appends what parts a message from the next: the end of its line, and an empty one. */
    static void separate(Bytes out, byte[] message) {
        if (message.length == 0 || message[message.length - 1] != '\n') {
            out.write('\n');
        }
        out.write('\n');
    }
}
