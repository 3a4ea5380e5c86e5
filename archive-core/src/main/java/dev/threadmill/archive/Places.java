package dev.threadmill.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sentences name the sources: by their path below {@code archive.source}, else by their file;
 * and where two would have one name, by as many of the folders above as tell them apart. None is
 * named by all of its path, which says where things are on this machine, unless nothing less will
 * do.
 */
final class Places {

    /** By absolute path how many of its last names are shown. */
    private final Map<Path, Integer> shown = new LinkedHashMap<>();

    /**
     * Names the sources.
     *
     * @param base {@code archive.source}, where it is set
     */
    Places(Collection<Path> sources, Optional<Path> base) {
        Optional<Path> from = base.map(Places::whole);
        for (Path source : sources) {
            Path path = whole(source);
            boolean below = from.isPresent() && path.startsWith(from.get());
            int names = below ? path.getNameCount() - from.get().getNameCount() : 0;
            shown.put(path, Math.max(1, names));
        }
        List<Path> alike = alike();
        while (!alike.isEmpty()) {
            alike.forEach(path -> shown.merge(path, 1, Integer::sum));
            alike = alike();
        }
    }

    /** Those that share their name with another one and have a longer one. */
    private List<Path> alike() {
        Map<String, List<Path>> byName = new HashMap<>();
        for (Path path : shown.keySet()) {
            byName.computeIfAbsent(of(path), name -> new ArrayList<>()).add(path);
        }
        return byName.values().stream()
                .filter(paths -> paths.size() > 1)
                .flatMap(List::stream)
                .filter(path -> shown.get(path) < path.getNameCount())
                .toList();
    }

    /** What sentences call one of the sources: {@code dev/2024-02.mbox}. */
    String of(Path source) {
        Path path = whole(source);
        int names = path.getNameCount();
        Path last = names == 0 ? path : path.subpath(names - shown.get(path), names);
        return last.toString().replace('\\', '/');
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
