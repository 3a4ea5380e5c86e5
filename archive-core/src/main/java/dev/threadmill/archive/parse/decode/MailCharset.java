package dev.threadmill.archive.parse.decode;

import dev.threadmill.archive.mail.ByteSearch;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The charset of mail that declares none, by the whole of it: a name or a subject alone has too few
 * letters to tell.
 */
public final class MailCharset {

    /** So much of a body shows what it is written in. */
    private static final int MOST = 1 << 16;

    private MailCharset() {}

    /**
     * The charset in which a message as it came is text of another script than Latin, beyond doubt;
     * else null.
     *
     * @param bodyStart where its header ends
     */
    public static @Nullable Charset of(byte[] message, int bodyStart) {
        int end = end(message, bodyStart);
        if (TextDecoder.isUtf8(message, bodyStart, end)) {
            // Such a body, or one in ASCII, says nothing of a header that is not.
            return TextDecoder.otherCharset(message, 0, bodyStart);
        }
        Charset whole = TextDecoder.otherCharset(message, 0, end);
        return whole == null ? TextDecoder.otherCharset(message, bodyStart, end) : whole;
    }

    /** The end of a line, so that no character is cut. */
    private static int end(byte[] message, int bodyStart) {
        int most = bodyStart + MOST;
        return most >= message.length
                ? message.length
                : ByteSearch.indexOf((byte) '\n', message, most, message.length);
    }
}
