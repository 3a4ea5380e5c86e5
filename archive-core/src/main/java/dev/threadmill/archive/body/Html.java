package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Markup that is safe to show, with holes where it depends on the page that shows it. A body is
 * made once and stands on its message's page, on thread pages and in feeds, each of which links
 * differently: {@link #writeTo} asks the page what to write in each hole.
 *
 * <p>It is well-formed XML as well as HTML, so that a feed may hold it as XHTML: attributes are
 * quoted, void elements closed, and only XML's own entities named. Only this package makes it;
 * nothing else may skip escaping. Immutable.
 */
public final class Html {

    /** Nothing to show. */
    public static final Html EMPTY = new Html(new byte[0], new int[0], new Hole[0]);

    /** What stands between two runs of literal markup. */
    public sealed interface Hole permits LinkTo, AttachmentLink, Anchor {}

    /**
     * Text that names a message, to become a link where the site has that message.
     *
     * @param label markup to stand inside the link
     * @param otherwise markup to write, instead of link and label, when the site has no page for
     *     the id: the plain label, or the link to elsewhere that the author gave
     */
    public record LinkTo(MessageId id, String label, String otherwise) implements Hole {}

    /**
     * The value of an attribute that leads to an attachment of the same message.
     *
     * @param part the path of the attachment, {@code 1.2}
     */
    public record AttachmentLink(String part) implements Hole {}

    /**
     * The value of an {@code id}, or what follows the {@code #} of a link to it.
     *
     * @param name unique in its message: an ASCII letter and digits; the page puts in front of it
     *     what makes it unique on the page
     */
    public record Anchor(String name) implements Hole {}

    /** Where markup can be written without being decoded and encoded again. */
    public interface Utf8 extends Appendable {

        /** Appends {@code utf8[from..to)}, which is UTF-8. */
        void write(byte[] utf8, int from, int to) throws IOException;
    }

    /** What a page writes in the holes. */
    public interface Holes {

        /** Writes {@code <a href="…">label</a>}, or {@link LinkTo#otherwise}. */
        void linkTo(Appendable out, LinkTo link) throws IOException;

        /** Writes the escaped address of an attachment; the quotes around it are there. */
        void attachment(Appendable out, AttachmentLink link) throws IOException;

        /** Writes an id that is unique on the page; the quotes around it are there. */
        void anchor(Appendable out, Anchor anchor) throws IOException;
    }

    /**
     * All runs in UTF-8, one after the other; {@code holes[i]} stands before the byte at places[i].
     */
    final byte[] runs;

    final int[] places;
    final Hole[] holes;

    Html(byte[] runs, int[] places, Hole[] holes) {
        this.runs = runs;
        this.places = places;
        this.holes = holes;
    }

    /** Writes the markup, asking {@code filler} to write in each hole. */
    public void writeTo(Appendable out, Holes filler) throws IOException {
        int from = 0;
        for (int i = 0; i < holes.length; i++) {
            append(out, from, places[i]);
            from = places[i];
            if (holes[i] instanceof LinkTo link) {
                filler.linkTo(out, link);
            } else if (holes[i] instanceof AttachmentLink link) {
                filler.attachment(out, link);
            } else if (holes[i] instanceof Anchor anchor) {
                filler.anchor(out, anchor);
            }
        }
        append(out, from, runs.length);
    }

    private void append(Appendable out, int from, int to) throws IOException {
        if (out instanceof Utf8 bytes) {
            bytes.write(runs, from, to);
        } else {
            out.append(run(from, to));
        }
    }

    /** The markup between two places. */
    String run(int from, int to) {
        return new String(runs, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * The first words of its author on one line, about 200 characters cut after a word: no quotes,
     * no signature, no patch. Empty where it has none. Plain text.
     */
    public String summary() {
        return Summary.of(this);
    }

    public boolean isEmpty() {
        return runs.length == 0 && holes.length == 0;
    }

    /** Roughly how many bytes of memory it takes. */
    public int weight() {
        return 64 + runs.length + 160 * holes.length;
    }
}
