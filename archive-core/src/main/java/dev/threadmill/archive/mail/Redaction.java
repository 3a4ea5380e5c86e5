package dev.threadmill.archive.mail;

/**
 * A stretch of text that is not shown as it came.
 *
 * @param shown what is shown in its place
 * @param namesMessage whether it names a message of the archive, and {@code shown} still does
 */
public record Redaction(int from, int to, String shown, boolean namesMessage) {

    Redaction(int from, int to, String shown) {
        this(from, to, shown, false);
    }
}
