package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.parse.header.ContentHeader;
import dev.threadmill.archive.parse.header.Field;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.parse.header.HeaderText;
import dev.threadmill.archive.parse.header.ParameterValue;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Stands between Mime4j and the headers of parts: keeps their bytes, broken lines included, for our
 * own reading of them, and tells Mime4j no more than whether a part is a multipart or a message, as
 * we read it. Too deep down there are neither.
 */
final class HeaderCollector implements FieldBuilder {

    private static final RawField LEAF = new RawField("Content-Type", "application/octet-stream");
    private static final RawField MESSAGE = new RawField("Content-Type", "message/rfc822");

    private final IntSupplier depth;
    private final int deepest;
    private byte[] header = new byte[1024];
    private int size;
    private int fieldStart;

    /**
     * A collector.
     *
     * @param depth how deep the part at hand is
     * @param deepest from where on no part is taken apart
     */
    HeaderCollector(IntSupplier depth, int deepest) {
        this.depth = depth;
        this.deepest = deepest;
    }

    /** Forgets the header before. */
    void startHeader() {
        size = 0;
    }

    /** The bytes of the header since {@link #startHeader}. */
    byte[] header() {
        return Arrays.copyOf(header, size);
    }

    @Override
    public void reset() {
        fieldStart = size;
    }

    @Override
    public void append(ByteArrayBuffer line) {
        int length = line.length();
        if (size + length > header.length) {
            header = Arrays.copyOf(header, Math.max(size + length, 2 * header.length));
        }
        System.arraycopy(line.buffer(), 0, header, size, length);
        size += length;
    }

    /** What Mime4j is to know of the field that was appended; null for nothing. */
    @Override
    public @Nullable RawField build() {
        boolean content = size > fieldStart && (header[fieldStart] | 0x20) == 'c';
        if (!content) {
            return null;
        }
        Header field = Header.of(Arrays.copyOfRange(header, fieldStart, size));
        if (field.first(Field.CONTENT_TYPE) >= 0) {
            String type = new HeaderText(field).firstRaw(Field.CONTENT_TYPE);
            return contentType(ParameterValue.parse(type));
        }
        if (field.first(Field.CONTENT_TRANSFER_ENCODING) >= 0) {
            return new RawField("Content-Transfer-Encoding", new ContentHeader(field).encoding());
        }
        return null;
    }

    /** The Content-Type in the words that Mime4j cannot misread. */
    private RawField contentType(ParameterValue type) {
        String boundary = type.get("boundary").strip();
        if (depth.getAsInt() >= deepest) {
            return LEAF;
        }
        if (type.value().startsWith("multipart/") && !boundary.isEmpty()) {
            return new RawField("Content-Type", multipart(type.value(), boundary));
        }
        return isMessage(type.value()) ? MESSAGE : LEAF;
    }

    /** A Content-Type with its boundary, in quotes whatever it holds. */
    static String multipart(String type, String boundary) {
        String quoted = boundary.replace("\\", "\\\\").replace("\"", "\\\"");
        return type + "; boundary=\"" + quoted + "\"";
    }

    /** Whether parts of this media type are messages with parts of their own. */
    static boolean isMessage(String type) {
        return type.equals("message/rfc822")
                || type.equals("message/global")
                || type.equals("message/news");
    }

    @Override
    public @Nullable RecycledByteArrayBuffer getRaw() {
        return null;
    }

    @Override
    public void release() {}
}
