package dev.threadmill.archive.mail;

/**
 * How much of a message one copy of it holds. Of two copies the richer one has more files
 * (attachments and alternatives, which Pipermail scrubs away), then more header fields, then more
 * bytes.
 */
public record Richness(int files, int fields, int bytes) implements Comparable<Richness> {

    /** Of a copy of which nothing is known. */
    public static final Richness UNKNOWN = new Richness(0, 0, 0);

    @Override
    public int compareTo(Richness other) {
        int byFiles = Integer.compare(files, other.files);
        int byFields = byFiles != 0 ? byFiles : Integer.compare(fields, other.fields);
        return byFields != 0 ? byFields : Integer.compare(bytes, other.bytes);
    }
}
