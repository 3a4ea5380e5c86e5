package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.render.template.Page;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code templates/README.md} is what template authors go by, so it leaves nothing out. */
class TemplatesReadmeTest {

    private static final Path TEMPLATES = Path.of("..", "templates");

    private static String readme() throws IOException {
        return Files.readString(TEMPLATES.resolve("README.md"));
    }

    /** All records that templates can reach, from the pages on. */
    private static Set<Class<?>> views() {
        Set<Class<?>> views = new LinkedHashSet<>();
        Deque<Class<?>> next = new ArrayDeque<>(List.of(Page.class.getPermittedSubclasses()));
        while (!next.isEmpty()) {
            Class<?> view = next.pop();
            if (!view.isRecord() || !views.add(view)) {
                continue;
            }
            for (RecordComponent component : view.getRecordComponents()) {
                Type type = component.getGenericType();
                Type item =
                        type instanceof ParameterizedType list
                                ? list.getActualTypeArguments()[0]
                                : type;
                if (item instanceof Class<?> other) {
                    next.push(other);
                }
            }
        }
        return views;
    }

    @Test
    void everyNameThatTemplatesSeeIsDescribed() throws IOException {
        String readme = readme();
        Set<String> missing = new TreeSet<>();
        for (Class<?> view : views()) {
            for (RecordComponent component : view.getRecordComponents()) {
                String name = component.getName();
                if (!Pattern.compile("`(head\\.|head\\.list\\.)?" + name + "`")
                        .matcher(readme)
                        .find()) {
                    missing.add(view.getSimpleName() + "." + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTemplateIsDescribed() throws IOException {
        String readme = readme();
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve("default"))) {
            assertThat(files.map(Path::toString).map(f -> f.replace('\\', '/')))
                    .filteredOn(file -> file.contains("/pages/") || file.contains("/feeds/"))
                    .allSatisfy(
                            file ->
                                    assertThat(readme)
                                            .contains(
                                                    file.substring(file.indexOf("default/") + 8)));
        }
    }

    @Test
    void everyClassThatTheStyleNamesIsDescribed() throws IOException {
        String readme = readme();
        String style = Files.readString(TEMPLATES.resolve("default/assets/archive.css"));
        Set<String> missing = new TreeSet<>();
        Matcher rule = Pattern.compile("(?m)^([^@{}/*][^{}]*)\\{").matcher(style);
        while (rule.find()) {
            Matcher name = Pattern.compile("\\.([a-z][a-z0-9]*)").matcher(rule.group(1));
            while (name.find()) {
                boolean level = name.group(1).matches("[qd]\\d");
                if (!level && !readme.contains("." + name.group(1) + "`")) {
                    missing.add(name.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyClassThatTemplatesWriteIsDescribed() throws IOException {
        String readme = readme();
        Set<String> missing = new TreeSet<>();
        for (String template : templates()) {
            Matcher attribute = Pattern.compile("class=\"([^\"]*)\"").matcher(template);
            while (attribute.find()) {
                for (String name : attribute.group(1).split("\\s+", -1)) {
                    boolean level = name.matches("q\\d|.*\\$\\{.*");
                    if (!level && !name.isEmpty() && !readme.contains("." + name + "`")) {
                        missing.add(name);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** The text of each template, with blanks for what FreeMarker runs. */
    private static List<String> templates() throws IOException {
        List<String> templates = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES.resolve("default"))) {
            for (Path file : files.filter(f -> f.toString().contains(".ftl")).toList()) {
                templates.add(Files.readString(file).replaceAll("</?#[^>]*>", " "));
            }
        }
        return templates;
    }
}
