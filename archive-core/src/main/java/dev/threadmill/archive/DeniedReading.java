package dev.threadmill.archive;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file or folder that is there, but that this user may not read: a matter of whoever runs it. */
final class DeniedReading {

    private DeniedReading() {}

    /**
     * A sentence on it, where that is what a failure comes from. Whichever room met it: what may
     * not be written is not said here, since it can be read.
     */
    static Optional<IllegalArgumentException> in(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException denied && denied.getFile() != null) {
                Path file = Path.of(denied.getFile());
                return Files.exists(file) && !Files.isReadable(file)
                        ? Optional.of(refusal(file, failure))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static IllegalArgumentException refusal(Path file, Exception failure) {
        return new IllegalArgumentException(
                file + ": it may not be read (permission denied); give this user read access",
                failure);
    }
}
