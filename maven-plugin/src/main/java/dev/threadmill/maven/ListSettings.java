package dev.threadmill.maven;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.model.MailingList;
import org.jspecify.annotations.Nullable;

/** Brings together what the plugin's configuration and the POM say about the lists. */
final class ListSettings {

    private ListSettings() {}

    /**
     * The configured lists in their order, filled from the POM; then the POM's other lists, which
     * only describe what may be found in the source.
     *
     * @throws IllegalArgumentException when a list has no name, or two have the same
     */
    static List<ListOptions> merge(List<ListConfiguration> configured, List<MailingList> inPom) {
        Map<String, MailingList> known = new LinkedHashMap<>();
        for (MailingList list : inPom) {
            if (list.getName() != null && !list.getName().isBlank()) {
                known.putIfAbsent(key(list.getName()), list);
            }
        }
        Map<String, ListOptions> merged = new LinkedHashMap<>();
        for (ListConfiguration list : configured) {
            String name = orEmpty(list.name);
            if (name.isEmpty()) {
                throw new IllegalArgumentException(
                        "lists: a <list> has no <name>; write <name>dev</name>");
            }
            MailingList pom = known.remove(key(name));
            String address = orEmpty(list.address);
            ListOptions options =
                    new ListOptions(
                            name,
                            paths(list.sources),
                            address.isEmpty() && pom != null ? orEmpty(pom.getPost()) : address,
                            orEmpty(list.title),
                            orEmpty(list.description));
            if (merged.putIfAbsent(key(name), options) != null) {
                throw new IllegalArgumentException(
                        "lists: two of them have the name '%s'; one <list> may have several <sources>"
                                .formatted(name));
            }
        }
        List<ListOptions> lists = new ArrayList<>(merged.values());
        for (MailingList list : known.values()) {
            lists.add(
                    new ListOptions(
                            list.getName().trim(),
                            List.of(),
                            orEmpty(list.getPost()),
                            "",
                            "",
                            false));
        }
        return lists;
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }

    private static String key(String name) {
        return name.trim().toLowerCase(Locale.ROOT);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.trim();
    }
}
