package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.parse.header.ContentHeader;
import dev.threadmill.archive.parse.header.Findings;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.source.RawMessage;
import java.io.IOException;
import java.util.Arrays;
import org.apache.james.mime4j.MimeException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message: its header, and its body as the parts that it consists of. Only bodies that
 * have parts go through Mime4j.
 */
public final class MimeReader {

    private final byte[] bytes;
    private final Header header;
    private final ContentHeader content;
    private final Limits limits;
    private final Findings findings;
    private final ContentBuilder message;

    private MimeReader(RawMessage raw, Limits limits) {
        this.limits = limits;
        this.bytes = withLineFeeds(raw.bytes());
        this.header = Header.of(bytes, limits);
        this.content = new ContentHeader(header);
        this.findings = new Findings(raw.origin());
        this.message = new ContentBuilder("", header, findings);
    }

    /** The content of a message; whatever is wrong with it, there is one. */
    public static MessageContent read(RawMessage raw, Limits limits) {
        return new MimeReader(raw, limits).read();
    }

    private MessageContent read() {
        String type = content.type();
        if (!content.illegalType().isEmpty()) {
            String illegal = Findings.quoted(content.illegalType());
            findings.info("Content-Type " + illegal + " is not a type; taken as text/plain");
        }
        if (type.startsWith("multipart/")) {
            multipart(type);
        } else if (HeaderCollector.isMessage(type)) {
            parts("message/rfc822", body());
        } else {
            Leaf leaf = leaf(type, body());
            byte[] signed = SignedData.content(leaf);
            if (signed == null) {
                message.add(leaf);
            } else {
                parts(signed, (walker, stream) -> walker.walk(leaf, stream));
            }
        }
        return message.build();
    }

    private byte[] body() {
        int start = header.bodyStart();
        int end = bytes.length;
        return TransferDecoder.decode(bytes, start, end, content.encoding(), "1", findings);
    }

    private Leaf leaf(String type, byte[] body) {
        return new Leaf("1", content, type, body, true, null);
    }

    private void multipart(String type) {
        byte[] body = Arrays.copyOfRange(bytes, header.bodyStart(), bytes.length);
        String declared = content.parameter("boundary").strip();
        String boundary = boundary(declared, body);
        if (boundary.isEmpty() && isEncoded()) {
            // Against RFC 2045 §6.4, but it exists: the parts are encoded as a whole.
            body = body();
            boundary = boundary(declared, body);
        }
        String wrong =
                declared.isEmpty()
                        ? type + " declares no boundary"
                        : "boundary " + Findings.quoted(declared) + " does not occur";
        if (boundary.isEmpty()) {
            findings.warning(wrong + "; shown as text");
            message.add(leaf("text/plain", body));
            return;
        }
        if (!boundary.equals(declared)) {
            findings.warning(wrong + "; split at " + Findings.quoted(boundary));
        }
        parts(HeaderCollector.multipart(type, boundary), body);
    }

    private boolean isEncoded() {
        String encoding = content.encoding();
        return encoding.startsWith("base64") || encoding.startsWith("quoted");
    }

    /** The declared boundary where it occurs, else the one that seems to; empty without any. */
    private static String boundary(String declared, byte[] body) {
        BoundaryFinder finder = new BoundaryFinder(body);
        return !declared.isEmpty() && finder.occurs(declared) ? declared : finder.guess();
    }

    private void parts(String type, byte[] body) {
        parts(body, (walker, stream) -> walker.walk(type, stream));
    }

    /** How a body is walked through. */
    private interface Walk {
        void with(PartWalker walker, LineStream body) throws IOException, MimeException;
    }

    private void parts(byte[] body, Walk walk) {
        PartWalker walker = new PartWalker(message, content, limits, findings);
        LineStream stream = new LineStream(body);
        @Nullable String failure = null;
        try {
            walk.with(walker, stream);
        } catch (IOException | MimeException | RuntimeException | StackOverflowError e) {
            failure = e.getClass().getSimpleName();
        }
        walker.finish();
        if (failure != null) {
            findings.warning(
                    "parts could not be read (" + failure + "); the rest is shown as text");
            message.add(rest(walker, body, stream.available()));
        }
    }

    /** What is left, and somewhat more, since buffers have read ahead: nothing may be lost. */
    private Leaf rest(PartWalker walker, byte[] body, int unread) {
        int ahead = walker.isEmpty() ? body.length : 4096 * limits.partDepth();
        int start = Math.max(0, body.length - unread - ahead);
        byte[] rest = Arrays.copyOfRange(body, start, body.length);
        return new Leaf(walker.nextPath(), content, "text/plain", rest, false, null);
    }

    /** Old Macintosh mail ends its lines with carriage returns alone. */
    private static byte[] withLineFeeds(byte[] bytes) {
        boolean returns = false;
        for (byte b : bytes) {
            if (b == '\n') {
                return bytes;
            }
            returns |= b == '\r';
        }
        if (!returns) {
            return bytes;
        }
        byte[] unix = bytes.clone();
        for (int i = 0; i < unix.length; i++) {
            unix[i] = unix[i] == '\r' ? (byte) '\n' : unix[i];
        }
        return unix;
    }
}
