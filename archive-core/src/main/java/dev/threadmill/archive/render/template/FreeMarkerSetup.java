package dev.threadmill.archive.render.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.AttemptExceptionReporter;
import freemarker.template.Configuration;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** All settings of FreeMarker; nothing else configures it. */
final class FreeMarkerSetup {

    /** Where the built-in templates are on the class path. */
    static final String BUILT_IN = "/archive/templates/default";

    private FreeMarkerSetup() {}

    /**
     * FreeMarker as our templates expect it.
     *
     * @param templates a template found here is taken instead of the built-in one of its name; need
     *     not exist
     */
    static Configuration configuration(Path templates) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setTemplateLoader(loader(templates));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        // Escapes whatever a template is called: .ftlx is XML, everything else a page.
        configuration.setRegisteredCustomOutputFormats(List.of(PageFormat.HTML, PageFormat.XML));
        configuration.setOutputFormat(PageFormat.HTML);
        configuration.setObjectWrapper(new RecordWrapper());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setAttemptExceptionReporter(AttemptExceptionReporter.LOG_WARN_REPORTER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        return configuration;
    }

    private static TemplateLoader loader(Path templates) {
        TemplateLoader builtIn = new ClassTemplateLoader(FreeMarkerSetup.class, BUILT_IN);
        if (!Files.isDirectory(templates)) {
            return builtIn;
        }
        try {
            TemplateLoader own = new FileTemplateLoader(templates.toFile());
            return new MultiTemplateLoader(new TemplateLoader[] {own, builtIn});
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "archive.templateDirectory " + templates + " cannot be read", e);
        }
    }
}
