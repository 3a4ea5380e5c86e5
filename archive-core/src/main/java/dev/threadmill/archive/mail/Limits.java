package dev.threadmill.archive.mail;

/**
 * How much of a message is looked at. What is beyond stays in the message and its {@code raw} file;
 * the page is made of the rest, and the report says where something was cut.
 *
 * @param headerBytes of a header; fields behind it are not read
 * @param headerFields lines of a header that begin a field
 * @param references ids that a message refers to; of more, the first and the last ones count
 * @param parts of a message, those of messages inside it too
 * @param partDepth how deep parts are nested; what is deeper is a file
 * @param partBytes of a part, a file for instance, as it was sent
 * @param textCharacters of all the text of a message that its page shows
 */
public record Limits(
        int headerBytes,
        int headerFields,
        int references,
        int parts,
        int partDepth,
        int partBytes,
        int textCharacters) {

    /** More than mail has that people wrote. */
    public static final Limits DEFAULT =
            new Limits(1 << 20, 2_000, 1_000, 1_000, 50, 64 << 20, 8 << 20);

    /** Refuses what leaves nothing of a message, and what a build could not bear. */
    public Limits {
        check("headerSize", headerBytes, 1 << 10, 64 << 20);
        check("headerFields", headerFields, 20, 1_000_000);
        check("references", references, 2, 100_000);
        check("parts", parts, 1, 1_000_000);
        check("partDepth", partDepth, 2, 1_000);
        check("partSize", partBytes, 1_000, 1 << 30);
        check("text", textCharacters, 1_000, 1 << 28);
    }

    private static void check(String name, int limit, int least, int most) {
        if (limit < least || limit > most) {
            throw new IllegalArgumentException(
                    "archive.limits: %s is %s; it can be %s to %s"
                            .formatted(name, limit, least, most));
        }
    }
}
