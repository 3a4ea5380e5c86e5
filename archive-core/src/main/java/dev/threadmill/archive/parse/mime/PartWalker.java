package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.parse.header.ContentHeader;
import dev.threadmill.archive.parse.header.Findings;
import dev.threadmill.archive.parse.header.Header;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the parts of a body as Mime4j finds them, and numbers them: {@code 1}, {@code 2},
 * {@code 2.1} for the first part within the second.
 */
final class PartWalker {

    /** No limits of Mime4j's own: it would give up the message for a long line of a header. */
    private static final MimeConfig CONFIG =
            MimeConfig.custom()
                    .setMaxLineLen(-1)
                    .setMaxHeaderLen(-1)
                    .setMaxHeaderCount(-1)
                    .setMaxContentLen(-1)
                    .build();

    private final Limits limits;
    private final Findings findings;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** What is read: the body, and inside of it what was wrapped up to be signed. */
    private final Deque<MimeTokenStream> streams = new ArrayDeque<>();

    private final HeaderCollector headers;
    private int leaves;
    private boolean inSigned;

    /** The message or part that is being read. */
    private ContentHeader header;

    private Header rawHeader;
    private String path = "1";
    private boolean messageRoot = true;
    private @Nullable Branch branch;

    /** A multipart, a message or signed mail that is open. */
    private static final class Level {

        final ContentBuilder message;
        final String prefix;
        final boolean nestedMessage;
        final @Nullable Branch branch;
        final Branch.@Nullable Alternative alternative;
        @Nullable Leaf signed;
        int children;
        byte[] preamble = {};

        Level(
                ContentBuilder message,
                String prefix,
                boolean nestedMessage,
                @Nullable Branch branch,
                Branch.@Nullable Alternative alternative) {
            this.message = message;
            this.prefix = prefix;
            this.nestedMessage = nestedMessage;
            this.branch = branch;
            this.alternative = alternative;
        }
    }

    PartWalker(ContentBuilder message, ContentHeader header, Limits limits, Findings findings) {
        this.limits = limits;
        this.headers = new HeaderCollector(levels::size, limits.partDepth());
        this.findings = findings;
        this.header = header;
        this.rawHeader = Header.of(new byte[0]);
        levels.push(new Level(message, "", false, null, null));
    }

    /**
     * Walks through a body.
     *
     * @param type its media type, with the boundary when it is a multipart
     */
    void walk(String type, InputStream body) throws IOException, MimeException {
        open().parseHeadless(body, type);
        walk();
    }

    /**
     * Walks through what is inside of signed mail.
     *
     * @param leaf the mail as it came
     * @param content the part that was signed
     */
    void walk(Leaf leaf, InputStream content) throws IOException, MimeException {
        startSigned(leaf, content);
        walk();
    }

    private MimeTokenStream open() {
        MimeTokenStream stream = new MimeTokenStream(CONFIG, null, headers, null);
        streams.push(stream);
        return stream;
    }

    private void walk() throws IOException, MimeException {
        while (!streams.isEmpty()) {
            MimeTokenStream stream = streams.element();
            boolean ended = stream.getState() == EntityState.T_END_OF_STREAM;
            if (ended) {
                streams.pop();
            } else if (leaves >= limits.parts()) {
                findings.warning("more than %s parts; left out the rest".formatted(limits.parts()));
                return;
            } else {
                step(stream.getState(), stream);
            }
            // What was signed is read before what stands behind it.
            MimeTokenStream next = streams.peek();
            if (next != null && (ended || next == stream)) {
                next.next();
            }
        }
    }

    /** Closes what is still open. */
    void finish() {
        while (levels.size() > 1) {
            close();
        }
    }

    boolean isEmpty() {
        return leaves == 0;
    }

    /** The path of a part after those that were found. */
    String nextPath() {
        return Integer.toString(levels.element().children + 1);
    }

    private void step(EntityState state, MimeTokenStream stream) throws IOException, MimeException {
        switch (state) {
            case T_START_BODYPART -> startPart();
            case T_START_MESSAGE -> startMessage();
            case T_START_HEADER -> headers.startHeader();
            case T_END_HEADER -> endHeader();
            case T_START_MULTIPART -> startMultipart();
            case T_PREAMBLE -> levels.element().preamble = read(stream);
            case T_BODY -> addLeaf(leaf(header.type(), read(stream)));
            case T_END_MULTIPART -> close();
            case T_END_MESSAGE -> {
                if (levels.element().nestedMessage || levels.element().signed != null) {
                    close();
                }
            }
            default -> {}
        }
    }

    private void startPart() {
        Level level = levels.element();
        path = level.prefix + ++level.children;
        boolean choice = level.alternative != null;
        branch =
                choice ? new Branch(level.branch, level.alternative, level.children) : level.branch;
        messageRoot = false;
    }

    private void startMessage() {
        ContentBuilder message = new ContentBuilder(path, rawHeader, findings);
        levels.push(new Level(message, path + ".", true, null, null));
        messageRoot = true;
    }

    /** Goes into signed mail, whose only part stands below it. */
    private void startSigned(Leaf leaf, InputStream content) throws IOException, MimeException {
        Level around = levels.element();
        Level level = new Level(around.message, leaf.path() + ".", false, leaf.branch(), null);
        level.signed = leaf;
        inSigned = true;
        levels.push(level);
        startPart();
        MimeTokenStream stream = open();
        stream.parse(content);
        // What begins is no message.
        stream.next();
    }

    private void endHeader() {
        rawHeader = Header.of(headers.header(), limits);
        header = new ContentHeader(rawHeader);
        if (messageRoot) {
            path = levels.element().prefix + "1";
            branch = null;
            levels.element().message.header(rawHeader);
        }
    }

    private void startMultipart() {
        Level around = levels.element();
        String prefix = messageRoot ? around.prefix : path + ".";
        boolean choice = header.type().equals("multipart/alternative");
        Branch.Alternative alternative = choice ? new Branch.Alternative() : null;
        levels.push(new Level(around.message, prefix, false, branch, alternative));
    }

    private void close() {
        Level level = levels.pop();
        if (level.nestedMessage) {
            levels.element().message.add(level.message.nested());
        } else if (level.signed != null) {
            inSigned = false;
            level.message.add(level.signed);
        } else if (level.children == 0) {
            // Reports of what could not be delivered often give back the header alone.
            if (!Leaf.isBlank(level.preamble, 0, level.preamble.length)) {
                findings.warning("part " + path + " is a multipart without parts; shown as text");
            }
            levels.element().message.add(leaf("text/plain", level.preamble));
        }
    }

    private void addLeaf(Leaf leaf) throws IOException, MimeException {
        // Each wrapping holds all that is inside: of several, memory would hold that as often.
        byte[] signed = inSigned ? null : SignedData.content(leaf);
        if (signed == null) {
            levels.element().message.add(leaf);
        } else {
            startSigned(leaf, new LineStream(signed));
        }
    }

    private Leaf leaf(String declared, byte[] raw) {
        leaves++;
        String type = declared;
        if (type.startsWith("multipart/") && header.parameter("boundary").isBlank()) {
            findings.warning("part " + path + " is a multipart without boundary; shown as text");
            type = "text/plain";
        } else if (type.startsWith("multipart/") || HeaderCollector.isMessage(type)) {
            findings.warning(
                    "part %s is nested over %s levels deep; kept as a file"
                            .formatted(path, limits.partDepth()));
        }
        byte[] encoded = withStrayLines(raw);
        byte[] bytes =
                TransferDecoder.decode(
                        encoded, 0, encoded.length, header.encoding(), path, findings);
        boolean whole = messageRoot;
        return new Leaf(path, header, type, bytes, whole, branch);
    }

    /** Puts back in front what stood in the header but was the beginning of the body. */
    private byte[] withStrayLines(byte[] raw) {
        byte[] head = rawHeader.bytes();
        int stray = head.length - rawHeader.bodyStart();
        if (stray <= 0) {
            return raw;
        }
        int blankLine = raw.length > 0 ? 1 : 0;
        byte[] joined = new byte[stray + blankLine + raw.length];
        System.arraycopy(head, rawHeader.bodyStart(), joined, 0, stray);
        if (blankLine > 0) {
            joined[stray] = '\n';
        }
        System.arraycopy(raw, 0, joined, stray + blankLine, raw.length);
        return joined;
    }

    private byte[] read(MimeTokenStream stream) throws IOException {
        InputStream content = stream.getInputStream();
        byte[] bytes = content.readNBytes(limits.partBytes());
        if (bytes.length == limits.partBytes() && content.read() >= 0) {
            findings.warning(
                    "part %s has more than %s; left out the rest"
                            .formatted(path, size(limits.partBytes())));
        }
        return bytes;
    }

    private static String size(int bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }
}
