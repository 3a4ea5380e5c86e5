package dev.threadmill.maven;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.model.MailingList;
import org.jspecify.annotations.Nullable;

/** Brings together what the plugin's configuration and the POM say about the lists. */
final class ListSettings {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>:/]+@[^@\\s<>:/]+");

    private ListSettings() {}

    /**
     * The configured lists in their order, filled from the POM; then the POM's other lists, which
     * only describe what may be found in the source.
     *
     * @throws IllegalArgumentException when a list has no name, two have the same, or an address is
     *     none
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
            String address = address(name, orEmpty(list.address));
            ListOptions options =
                    new ListOptions(
                            name,
                            paths(list.sources),
                            address.isEmpty() && pom != null ? post(pom) : address,
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
            lists.add(new ListOptions(list.getName().trim(), List.of(), post(list), "", "", false));
        }
        return lists;
    }

    private static String address(String name, String address) {
        String plain = withoutMailto(address);
        if (!plain.isEmpty() && !ADDRESS.matcher(plain).matches()) {
            throw new IllegalArgumentException(
                    "lists: the <address> '%s' of '%s' is no mail address; write it like dev@example.org"
                            .formatted(address, name));
        }
        return plain;
    }

    /** POMs give it as an address, as a mailto: link, or as a page on the web, which is none. */
    private static String post(MailingList pom) {
        String plain = withoutMailto(orEmpty(pom.getPost()));
        return ADDRESS.matcher(plain).matches() ? plain : "";
    }

    private static String withoutMailto(String address) {
        boolean link = address.regionMatches(true, 0, "mailto:", 0, 7);
        return link ? address.substring(7).replaceFirst("\\?.*", "").trim() : address;
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
