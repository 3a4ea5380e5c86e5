package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The hash of what a template is shown: pages of equal views are equal. */
final class ViewHash {

    private static final int NULL = 0;
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int FLAG = 3;
    private static final int LIST = 4;
    private static final int RECORD = 5;
    private static final int MARKUP = 6;

    private final Fingerprint hash = new Fingerprint();

    private ViewHash() {}

    static Hash of(SitePath path, String template, Record view) {
        ViewHash hash = new ViewHash();
        hash.hash.add("page").add(path.value()).add(template);
        hash.add(view);
        return hash.hash.hash();
    }

    /** Goes no deeper than the records of {@link View} do, whatever mail says. */
    private void add(@Nullable Object value) {
        if (value instanceof String text) {
            hash.add(TEXT).add(text);
        } else if (value instanceof Record view) {
            hash.add(RECORD);
            for (Function<Object, Object> component : RecordWrapper.components(view)) {
                add(component.apply(view));
            }
        } else if (value instanceof List<?> list) {
            hash.add(LIST).add(list.size());
            list.forEach(this::add);
        } else if (value instanceof Boolean flag) {
            hash.add(FLAG).add(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            hash.add(NUMBER).add(((Number) value).longValue());
        } else if (value instanceof Markup markup) {
            addMarkup(markup);
        } else if (value == null) {
            hash.add(NULL);
        } else {
            throw new IllegalArgumentException("nothing a template may see: " + value.getClass());
        }
    }

    private void addMarkup(Markup markup) {
        PageWriter out = new PageWriter();
        try {
            markup.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hash.add(MARKUP).add(out.content().array(), out.length());
    }
}
