package dev.threadmill.archive.render;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markup that is UTF-8 already, in pieces. */
final class Copied extends Markup {

    private final List<Slice> slices;

    Copied(List<Slice> slices) {
        this.slices = slices;
    }

    static Markup all(byte[] bytes) {
        return new Copied(List.of(new Slice(bytes)));
    }

    /** A part of an array. */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    record Slice(byte[] bytes, int from, int to) {

        Slice(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }
    }

    @Override
    void writeTo(Writer out) throws IOException {
        for (Slice slice : slices) {
            if (out instanceof PageWriter page) {
                page.write(slice.bytes(), slice.from(), slice.to());
            } else {
                int length = slice.to() - slice.from();
                out.write(new String(slice.bytes(), slice.from(), length, StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    boolean isEmpty() {
        return slices.stream().allMatch(slice -> slice.from() == slice.to());
    }
}
