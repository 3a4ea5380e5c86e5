package dev.threadmill.archive.render.template;

import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings a view and its template together and hands the page on. Safe for threads. */
public final class Pages {

    private final Path directory;
    private final Configuration configuration;
    private final SiteSink sink;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    public Pages(Path directory, SiteSink sink) {
        this.directory = directory;
        this.configuration = FreeMarkerSetup.configuration(directory);
        this.sink = sink;
    }

    /** Writes what its template makes of {@code page}, through {@code buffer}. */
    public void write(SitePath path, PageKind kind, Page page, PageWriter buffer) {
        buffer.clear();
        append(page, buffer);
        sink.write(path, kind, buffer.content());
    }

    /** Hands on a file that no template makes. */
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        sink.write(path, kind, content);
    }

    /** Appends what its template makes of {@code page}. */
    public void append(Page page, PageWriter out) {
        String template = page.template();
        try {
            template(template).process(page, out);
        } catch (ParseException e) {
            throw fault(e.getTemplateName(), e.getLineNumber(), e.getEditorMessage(), e);
        } catch (TemplateException e) {
            String name = e.getTemplateSourceName();
            Integer line = e.getLineNumber();
            throw fault(name == null ? template : name, line, e.getMessageWithoutStackTop(), e);
        } catch (IOException e) {
            throw fault(template, null, e.getMessage(), e);
        }
    }

    /** What FreeMarker says first, on one line; its advice on templates stands with the cause. */
    private static String inShort(String message) {
        int advice = message.indexOf("\n----");
        String said = advice < 0 ? message : message.substring(0, advice);
        return said.strip().replaceAll("\\s+", " ");
    }

    private Template template(String name) throws IOException {
        Template known = templates.get(name);
        if (known == null) {
            known = configuration.getTemplate(name);
            templates.put(name, known);
        }
        return known;
    }

    /** Who writes a template reads where it failed and why; a built-in one is our own fault. */
    private RuntimeException fault(
            String template, @Nullable Integer line, @Nullable String message, Exception cause) {
        if (cause.getCause() instanceof UncheckedIOException broken) {
            return broken; // not the template's fault: a message could not be read again
        }
        boolean own = Files.isRegularFile(directory.resolve(template));
        String why = message == null ? cause.toString() : inShort(message);
        String sentence =
                "%s%s: %s%s"
                        .formatted(
                                own ? directory.resolve(template) : "built-in template " + template,
                                line == null || line < 1 ? "" : ":" + line,
                                why,
                                own ? "" : "; a template of your own that it includes may be why");
        return own
                ? new IllegalArgumentException(sentence, cause)
                : new IllegalStateException(sentence, cause);
    }
}
