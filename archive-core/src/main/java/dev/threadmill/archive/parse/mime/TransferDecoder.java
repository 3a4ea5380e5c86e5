package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.parse.decode.Base64Decoder;
import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.QuotedPrintableDecoder;
import dev.threadmill.archive.parse.decode.Uuencode;
import dev.threadmill.archive.parse.header.Findings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Undoes the transfer encoding of a body, whatever its name is spelt like. */
final class TransferDecoder {

    private TransferDecoder() {}

    /**
     * The content of {@code bytes[from..to)}; as it came where the encoding is unknown or the body
     * is evidently not in it.
     *
     * @param part the part's path, for sentences
     */
    static byte[] decode(
            byte[] bytes, int from, int to, String encoding, String part, Findings findings) {
        if (encoding.startsWith("base64") || encoding.equals("base-64")) {
            int end = Base64Decoder.end(bytes, from, to);
            byte[] decoded = Base64Decoder.decode(bytes, from, end);
            if (decoded.length > 0 || Leaf.isBlank(bytes, from, to)) {
                return decoded;
            }
            findings.warning("part " + part + " is not the base64 it says it is; shown as it came");
        } else if (encoding.startsWith("quoted")) {
            return QuotedPrintableDecoder.decode(bytes, from, to);
        } else if (encoding.contains("uue")) {
            String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            byte[] decoded = Uuencode.decode(Controls.inText(text));
            if (decoded != null) {
                return decoded;
            }
            findings.warning(
                    "part " + part + " is not the uuencode it says it is; shown as it came");
        } else if (!isIdentity(encoding)) {
            findings.warning(
                    "part %s has the unknown transfer encoding %s; shown as it came"
                            .formatted(part, Findings.quoted(encoding)));
        }
        return from == 0 && to == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isIdentity(String encoding) {
        return switch (encoding) {
            case "", "7bit", "8bit", "binary", "none" -> true;
            case "7", "8", "7-bit", "8-bit", "7bits", "8bits" -> true;
            default -> false;
        };
    }
}
