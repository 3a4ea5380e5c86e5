package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.output.SiteOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Of which view single pages were made: one of the same view is the same page. Belongs to one
 * manifest, as {@link UnitFingerprints} do. Thread-safe.
 */
final class KnownPages {

    private static final String FORMAT = "threadmill-views 1 ";

    private final Path file;
    private final String format;

    /** By view, where the page stands in the last manifest. */
    private final Map<Hash, Integer> known;

    /** By view, the number of the page in this build. */
    private final Map<Hash, Integer> added = new ConcurrentHashMap<>();

    private KnownPages(Path file, String format, Map<Hash, Integer> known) {
        this.file = file;
        this.format = format;
        this.known = known;
    }

    static KnownPages open(Path file, String version, Optional<Hash> manifest) throws IOException {
        String format = FORMAT + version;
        Map<Hash, Integer> known = new HashMap<>();
        Optional<Decoder> in =
                manifest.isPresent() ? SealedBytes.read(file, format) : Optional.empty();
        if (in.isPresent() && in.get().hash().equals(manifest.get())) {
            for (int left = in.get().count(); left > 0; left--) {
                known.put(in.get().hash(), in.get().count());
            }
        }
        return new KnownPages(file, format, known);
    }

    /** Where the page of a view stands in the manifest of the last build. */
    Optional<Integer> find(Hash view) {
        return Optional.ofNullable(known.get(view));
    }

    /**
     * Remembers a page.
     *
     * @param page its number in the output of this build
     */
    void add(Hash view, int page) {
        added.put(view, page);
    }

    /** Writes down those added, and those known before that still stand as they were. */
    void save(Hash manifest, SiteOutput output) throws IOException {
        Map<Hash, Integer> lines = new TreeMap<>(UnitFingerprints.ORDER);
        Set<Integer> renewed = new HashSet<>(added.values());
        known.forEach(
                (view, page) -> {
                    if (!renewed.contains(page) && output.isKept(page)) {
                        lines.put(view, output.line(page));
                    }
                });
        added.forEach((view, page) -> lines.put(view, output.line(page)));
        Encoder out = new Encoder().hash(manifest).number(lines.size());
        lines.forEach((view, line) -> out.hash(view).number(line));
        SealedBytes.write(file, format, out);
    }
}
