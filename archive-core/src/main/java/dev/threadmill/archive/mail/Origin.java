package dev.threadmill.archive.mail;

/**
 * Where the bytes of a message are, so that they can be read again and named in a sentence. The
 * place is the source as the settings name it, never an absolute path of this machine.
 */
public sealed interface Origin {

    /** The file or repository, as the settings name it. */
    String place();

    /**
     * Bytes {@code offset} to {@code offset + length} of a file (of its inflated content when it is
     * compressed), before any unquoting.
     */
    record Slice(String place, long offset, long length) implements Origin {
        @Override
        public String toString() {
            return place + ":" + offset;
        }
    }

    /** A blob of a git repository, named by its object id in hexadecimal digits. */
    record Blob(String place, String objectId) implements Origin {
        @Override
        public String toString() {
            return place + ":" + objectId;
        }
    }
}
