package dev.threadmill.archive.render.template;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Markup that is UTF-8 already, in pieces. */
public final class Copied extends Markup {

    private final List<Slice> slices;

    public Copied(List<Slice> slices) {
        this.slices = slices;
    }

    public static Markup all(byte[] bytes) {
        return new Copied(List.of(new Slice(bytes)));
    }

    /** A part of an array. */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    public record Slice(byte[] bytes, int from, int to) {

        public Slice(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }
    }

    @Override
    public void writeTo(Writer out) throws IOException {
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
    public boolean isEmpty() {
        return slices.stream().allMatch(slice -> slice.from() == slice.to());
    }
}
