package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of one thread, made once and shown on several pages: in memory up to a budget, on disk
 * beyond it. Not safe for threads.
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

    /**
     * A store with nothing in it.
     *
     * @param budget how many bytes of memory, roughly, its bodies may take
     */
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
            byte[] bytes = HtmlBytes.write(html);
            bodies.add(new Aside(spool.append(bytes, 0, bytes.length), bytes.length));
        }
        return bodies.size() - 1;
    }

    /** About how many bytes a body has. */
    public int weight(int number) {
        return weights.get(number);
    }

    /** A body as it was kept; one put aside is read again each time. */
    public Html get(int number) {
        if (bodies.get(number) instanceof Aside aside && spool != null) {
            try {
                return HtmlBytes.read(spool.read(aside.position(), aside.length()));
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
