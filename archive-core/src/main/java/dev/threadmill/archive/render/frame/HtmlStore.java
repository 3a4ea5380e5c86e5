package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.render.template.Markup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of one thread, made once and shown on several pages: in memory up to a budget, on disk
 * beyond it.
 */
public final class HtmlStore implements AutoCloseable {

    private final Scratch scratch;
    private final long budget;
    private final List<Object> bodies = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private long weight;
    private Scratch.@Nullable Spool spool;

    /** A body put aside. */
    private record Aside(long position, int length) {}

    public HtmlStore(Scratch scratch, long budget) {
        this.scratch = scratch;
        this.budget = budget;
    }

    /** Keeps a body; returns the number to get it back by. */
    public int put(Html html) throws IOException {
        int one = html.weight();
        weights.add(one);
        if (weight + one <= budget) {
            weight += one;
            bodies.add(html);
        } else {
            if (spool == null) {
                spool = scratch.spool("bodies");
            }
            byte[] bytes = html.toBytes();
            bodies.add(new Aside(spool.append(bytes, 0, bytes.length), bytes.length));
        }
        return bodies.size() - 1;
    }

    /** About how many bytes a body has. */
    public int weight(int number) {
        return weights.get(number);
    }

    /** A body as a template writes it: read back only then. */
    public Markup markup(int number, Html.Holes holes) {
        return new Markup() {
            @Override
            public void writeTo(Writer out) throws IOException {
                get(number).writeTo(out, holes);
            }

            @Override
            public boolean isEmpty() {
                return get(number).isEmpty();
            }
        };
    }

    private Html get(int number) {
        if (bodies.get(number) instanceof Aside aside && spool != null) {
            try {
                return Html.fromBytes(spool.read(aside.position(), aside.length()));
            } catch (IOException e) {
                throw new UncheckedIOException("a body put aside cannot be read again", e);
            }
        }
        return (Html) bodies.get(number);
    }

    @Override
    public void close() throws IOException {
        if (spool != null) {
            spool.close();
        }
    }
}
