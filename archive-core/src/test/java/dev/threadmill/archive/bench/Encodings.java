package dev.threadmill.archive.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How mail wraps what is more than ASCII. */
final class Encodings {

    private static final String HEX = "0123456789ABCDEF";
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII));

    private Encodings() {}

    /** RFC 2047, with {@code Q}. */
    static String encodedWord(String text) {
        StringBuilder word = new StringBuilder("=?UTF-8?q?");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && "=?_()<>@,;:\\\".[]".indexOf(octet) < 0) {
                word.append((char) octet);
            } else if (octet == ' ') {
                word.append('_');
            } else {
                escape(word, octet);
            }
        }
        return word.append("?=").toString();
    }

    private static void escape(StringBuilder out, byte octet) {
        out.append('=').append(HEX.charAt((octet >> 4) & 15)).append(HEX.charAt(octet & 15));
    }

    static void base64(Text out, Text content) {
        out.add(LINES.encode(content.toBytes())).add('\n');
    }

    /** RFC 2045 §6.7: lines of at most 76 characters. */
    static void quotedPrintable(Text out, Text content) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            byte octet = content.at(i);
            if (octet == '\n') {
                out.line(line.toString());
                line.setLength(0);
                continue;
            }
            boolean last = i + 1 == content.length() || content.at(i + 1) == '\n';
            if (octet < ' ' || octet == '=' || octet == 0x7f || (last && octet == ' ')) {
                escape(line, octet);
            } else {
                line.append((char) octet);
            }
            if (line.length() > 72 && !last) {
                out.add(line.toString()).line("=");
                line.setLength(0);
            }
        }
        out.add(line.toString());
    }
}
