package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.Anchor;
import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.LinkTo;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jsoup.nodes.Entities;

/** Shows the holes of an {@link Html} as what they are, in braces. */
final class Filled implements Html.Holes {

    static String of(Html html) {
        StringBuilder out = new StringBuilder();
        try {
            html.writeTo(out, new Filled());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @Override
    public void linkTo(Appendable out, LinkTo link) throws IOException {
        out.append("{").append(Entities.escape(link.id().value())).append("|").append(link.label());
        out.append("|").append(link.otherwise()).append("}");
    }

    @Override
    public void attachment(Appendable out, AttachmentLink link) throws IOException {
        out.append("{file ").append(link.part()).append("}");
    }

    @Override
    public void anchor(Appendable out, Anchor anchor) throws IOException {
        out.append("{#").append(anchor.name()).append("}");
    }
}
