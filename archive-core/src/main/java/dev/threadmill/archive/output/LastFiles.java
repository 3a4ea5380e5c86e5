package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The files of the last build.
 *
 * @param files takes those of this one, too
 * @param manifest the hash of its manifest; empty when there is none, or when what it says is not
 *     to be relied on
 */
record LastFiles(FileTable files, Optional<Hash> manifest) {

    /** Reads the manifest, and where it is damaged, the files that it still names. */
    static LastFiles of(OutputFolder folder, Journal.Ending ending) throws IOException {
        FileTable files = new FileTable();
        if (!Files.exists(folder.manifest())) {
            return new LastFiles(files, Optional.empty());
        }
        Optional<Hash> manifest = Manifest.read(folder.manifest(), files);
        if (manifest.isEmpty() || ending == Journal.Ending.LOST) {
            files = new FileTable();
            Manifest.salvage(folder.manifest(), folder.site(), files);
        }
        // After a power failure an interrupted build's pages may be damaged: render them all.
        boolean trusted = ending == Journal.Ending.NONE;
        return new LastFiles(files, trusted ? manifest : Optional.empty());
    }
}
