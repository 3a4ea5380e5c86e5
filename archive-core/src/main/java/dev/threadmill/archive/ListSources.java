package dev.threadmill.archive;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.site.ListFolders;
import dev.threadmill.archive.source.Sources;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of the settings with its sources opened.
 *
 * @param folder its folder in the site
 */
record ListSources(ListOptions options, String folder, List<OpenSource> sources)
        implements Closeable {

    /**
     * Finds the lists that the settings mean and opens their sources.
     *
     * @throws IllegalArgumentException when a source is not there or is no mail, or when two lists
     *     would share a folder
     */
    static List<ListSources> open(ArchiveOptions options, Scratch scratch) throws IOException {
        List<ListOptions> lists = configured(options);
        List<Path> all = lists.stream().flatMap(list -> list.sources().stream()).toList();
        Places places = new Places(all, options.source());
        List<ListSources> opened = new ArrayList<>();
        try {
            for (ListOptions list : lists) {
                List<OpenSource> sources = new ArrayList<>();
                opened.add(new ListSources(list, ListFolders.of(list.name()), sources));
                for (Path source : list.sources()) {
                    boolean oneOfMany = list.sources().size() > 1;
                    sources.add(
                            OpenSource.open(
                                    source,
                                    places.of(source),
                                    oneOfMany,
                                    scratch,
                                    options.reading()));
                }
            }
            return opened;
        } catch (RuntimeException | IOException e) {
            Closeable those = () -> Sources.closeAll(opened);
            try (those) {
                throw e;
            }
        }
    }

    /**
     * The lists of the settings in their order, then the others that {@code archive.source} is
     * found to hold; a list of the settings without sources describes the found one of its name.
     */
    private static List<ListOptions> configured(ArchiveOptions options) {
        Map<String, ListOptions> lists = new LinkedHashMap<>();
        for (ListOptions list : options.lists()) {
            add(list, lists);
            for (Path source : list.sources()) {
                if (Sources.readsAllBelow(source)) {
                    besideMail(options, source, list.name());
                }
            }
        }
        List<ListOptions> named = options.lists();
        if (options.source().isPresent()) {
            for (Sources.FoundList found : found(options, options.source().get())) {
                lists.merge(
                        ListFolders.of(found.name()),
                        new ListOptions(found.name(), found.sources(), "", "", ""),
                        (facts, one) -> described(facts, one, named.contains(facts)));
            }
        }
        for (ListOptions list : lists.values()) {
            if (list.sources().isEmpty() && list.isExpected()) {
                throw unfound(list, options);
            }
        }
        lists.values().removeIf(list -> list.sources().isEmpty());
        if (lists.isEmpty()) {
            throw new IllegalArgumentException(
                    options.source()
                            .map(
                                    source ->
                                            source
                                                    + ": the folder holds no mail; put some there, or correct the path")
                            .orElse(
                                    "no mail is named; set archive.source to a file or folder of mail"));
        }
        return List.copyOf(lists.values());
    }

    /** Adds a list; one that only describes what may be found has to give way. */
    private static void add(ListOptions list, Map<String, ListOptions> lists) {
        String folder;
        try {
            folder = ListFolders.of(list.name());
        } catch (IllegalArgumentException e) {
            if (list.isExpected()) {
                throw e;
            }
            return; // no list that has mail can be called so
        }
        ListOptions other = lists.get(folder);
        if (other == null || (list.isExpected() && !other.isExpected())) {
            lists.put(folder, list);
        } else if (list.isExpected()) {
            throw twice(other.name(), list.name());
        }
    }

    private static void besideMail(ArchiveOptions options, Path source, String list) {
        SettingRules.besideMail("archive.outputDirectory", options.outputDirectory(), source, list);
        SettingRules.besideMail("archive.stateDirectory", options.stateDirectory(), source, list);
    }

    /**
     * @param named whether the settings name the list, as opposed to one more that was found
     */
    private static ListOptions described(ListOptions facts, ListOptions found, boolean named) {
        if (!facts.sources().isEmpty() && named) {
            throw new IllegalArgumentException(
                    "lists '%s' of <lists> and '%s' of archive.source would share the folder '%s' of the site; rename one of them, or leave archive.source out"
                            .formatted(facts.name(), found.name(), ListFolders.of(found.name())));
        }
        if (!facts.sources().isEmpty()) {
            throw twice(facts.name(), found.name());
        }
        return facts.from(found.sources());
    }

    private static IllegalArgumentException unfound(ListOptions list, ArchiveOptions options) {
        String mail = options.source().map(source -> source.getFileName().toString()).orElse("");
        return new IllegalArgumentException(
                "list '%s': %s; give it <sources>, or correct its name"
                        .formatted(
                                list.name(),
                                mail.isEmpty()
                                        ? "it has no sources, and archive.source is not set"
                                        : "it has no sources, and '%s' holds no list of that name"
                                                .formatted(mail)));
    }

    private static IllegalArgumentException twice(String one, String other) {
        return new IllegalArgumentException(
                "lists '%s' and '%s' would share the folder '%s' of the site; rename one of them"
                        .formatted(one, other, ListFolders.of(other)));
    }

    private static List<Sources.FoundList> found(ArchiveOptions options, Path source) {
        String name = options.listName();
        List<Sources.FoundList> found = Sources.find(source);
        if (!found.isEmpty() && Sources.readsAllBelow(source)) {
            SettingRules.besideMail("archive.outputDirectory", options.outputDirectory(), source);
            SettingRules.besideMail("archive.stateDirectory", options.stateDirectory(), source);
        }
        if (name.isEmpty() || found.isEmpty()) {
            return found;
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException(
                    "archive.list is '%s', but %s holds %s lists; name them with <lists>"
                            .formatted(name, source.getFileName(), found.size()));
        }
        return List.of(new Sources.FoundList(name, found.get(0).sources()));
    }

    @Override
    public void close() throws IOException {
        Sources.closeAll(sources.stream().map(OpenSource::mail).toList());
    }
}
