package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was published.
 *
 * @param files how many files the site has, by kind
 * @param bytes how many bytes they hold, by kind
 * @param written how many files this build wrote or replaced
 * @param removed how many files of the last build it deleted
 * @param manifest the hash of the site's manifest: equal for equal sites
 * @param remarks sentences about what was found amiss in the folder, such as a page of ours that
 *     somebody had changed
 */
public record Published(
        Map<PageKind, Long> files,
        Map<PageKind, Long> bytes,
        long written,
        long removed,
        Hash manifest,
        List<String> remarks) {

    public Published {
        files = Map.copyOf(files);
        bytes = Map.copyOf(bytes);
        remarks = List.copyOf(remarks);
    }

    static Published of(
            FileTable table, long written, long removed, Hash manifest, List<String> remarks) {
        Map<PageKind, Long> files = new EnumMap<>(PageKind.class);
        Map<PageKind, Long> bytes = new EnumMap<>(PageKind.class);
        for (int i = 0; i < table.count(); i++) {
            if (table.isInNow(i)) {
                files.merge(table.kind(i), 1L, Long::sum);
                bytes.merge(table.kind(i), table.size(i), Long::sum);
            }
        }
        return new Published(files, bytes, written, removed, manifest, remarks);
    }
}
