package dev.threadmill.archive.render.template;

import dev.threadmill.archive.body.Html;
import freemarker.core.MarkupOutputFormat;
import freemarker.core.TemplateMarkupOutputModel;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Supplier;

/** Markup as a template sees it: {@code ${body}} writes it as it stands, without a copy. */
public abstract class Markup implements TemplateMarkupOutputModel<Markup> {

    public static final Markup EMPTY = of("");

    public abstract void writeTo(Writer out) throws IOException;

    public abstract boolean isEmpty();

    public static Markup of(String markup) {
        return new Markup() {
            @Override
            public void writeTo(Writer out) throws IOException {
                out.write(markup);
            }

            @Override
            public boolean isEmpty() {
                return markup.isEmpty();
            }
        };
    }

    public static Markup of(Html html, Html.Holes holes) {
        return of(() -> html, holes);
    }

    /** A body that is fetched each time it is written, and not held in between. */
    public static Markup of(Supplier<Html> html, Html.Holes holes) {
        return new Markup() {
            @Override
            public void writeTo(Writer out) throws IOException {
                html.get().writeTo(out, holes);
            }

            @Override
            public boolean isEmpty() {
                return html.get().isEmpty();
            }
        };
    }

    @Override
    public MarkupOutputFormat<Markup> getOutputFormat() {
        return PageFormat.HTML;
    }

    @Override
    public String toString() {
        StringWriter out = new StringWriter();
        try {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
