package dev.threadmill.archive.render;

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
        int from = 0;
        for (int line = 0; line < message.length; line = next(message, line)) {
            if (isFrom(message, line)) {
                out.write(message, from, line - from);
                out.write('>');
                from = line;
            }
        }
        out.write(message, from, message.length - from);
    }

    /** Appends what parts a message from the next: the end of its line, and an empty one. */
    static void separate(Bytes out, byte[] message) {
        if (message.length == 0 || message[message.length - 1] != '\n') {
            out.write('\n');
        }
        out.write('\n');
    }

    private static int next(byte[] message, int line) {
        int i = line;
        while (i < message.length && message[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    private static boolean isFrom(byte[] message, int line) {
        int i = line;
        while (i < message.length && message[i] == '>') {
            i++;
        }
        return i + 5 <= message.length
                && message[i] == 'F'
                && message[i + 1] == 'r'
                && message[i + 2] == 'o'
                && message[i + 3] == 'm'
                && message[i + 4] == ' ';
    }
}
