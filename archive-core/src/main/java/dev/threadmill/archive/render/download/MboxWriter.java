package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Mboxrd;
import java.nio.charset.StandardCharsets;

/** Writes messages as mboxrd, one after the other. */
final class MboxWriter {

    private MboxWriter() {}

    /**
     * Appends a message with nothing after it.
     *
     * @param arrived seconds since 1970
     */
    static void append(Bytes out, byte[] message, long arrived) {
        String separator = "From mboxrd@z " + Dates.asctime(arrived) + "\n";
        out.writeBytes(separator.getBytes(StandardCharsets.US_ASCII));
        Mboxrd.quote(message, out);
    }

    /** Appends what parts a message from the next: the end of its line, and an empty one. */
    static void separate(Bytes out, byte[] message) {
        if (message.length == 0 || message[message.length - 1] != '\n') {
            out.write('\n');
        }
        out.write('\n');
    }
}
