package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Tombstone;
import org.jspecify.annotations.Nullable;

/**
 * A line of the file of removals.
 *
 * @param place the file and the line
 * @param by what {@code value} is
 * @param value an id without its brackets, an address in lower case, or 32 hexadecimal digits
 * @param tombstone what stands in the place of what it removes; null where the line only keeps
 *     search engines away
 */
record Removal(String place, By by, String value, @Nullable Tombstone tombstone) {

    /** By what a line names mail. */
    enum By {
        /** The message of this Message-ID, or of the name that stands for it in addresses. */
        MESSAGE,
        /** All that came from this address. */
        AUTHOR,
        /** The message of the bytes that have this SHA-256. */
        CONTENT,
        /** A list, by its name; nothing removes a whole list. */
        LIST
    }

    /** Whether it only keeps search engines away. */
    boolean isNoindex() {
        return tombstone == null;
    }
}
