package dev.threadmill.archive.bench;

import java.io.IOException;
import java.io.OutputStream;

/** A message too large to be built in memory: a long log in plain text, then the same in base64. */
final class HugeMessage {

    private static final String BOUNDARY = "=-=huge";

    private HugeMessage() {}

    /**
     * Writes it.
     *
     * @param header its header as far as the fields of MIME
     * @param bytes how large it is; half of it is text that is shown, half an attachment
     */
    static void write(OutputStream out, Text header, Dice dice, long bytes) throws IOException {
        header.line("Content-Type: multipart/mixed; boundary=\"" + BOUNDARY + "\"\n");
        header.add("--").line(BOUNDARY).line("Content-Type: text/plain; charset=us-ascii\n");
        header.writeTo(out, 0, header.length());
        Text chunk = new Text();
        for (long left = bytes / 2; left > 0; left -= chunk.length()) {
            chunk.clear();
            for (int line = 0; line < 1000; line++) {
                chunk.add("[ ").number(line).add("]  ").add(Words.word(dice)).add("_");
                chunk.add(Words.word(dice)).add(" ").line(Words.phrase(dice, 4));
            }
            chunk.writeTo(out, 0, chunk.length());
        }
        chunk.clear();
        chunk.add("\n--").line(BOUNDARY).line("Content-Type: application/octet-stream");
        chunk.line("Content-Disposition: attachment; filename=\"core.bin\"");
        chunk.line("Content-Transfer-Encoding: base64\n");
        for (long left = bytes / 2; left > 0; left -= 77_000) {
            for (int line = 0; line < 1000; line++) {
                chunk.base64(dice, 76).add('\n');
            }
            chunk.writeTo(out, 0, chunk.length());
            chunk.clear();
        }
        chunk.add("--").add(BOUNDARY).line("--");
        chunk.writeTo(out, 0, chunk.length());
    }
}
