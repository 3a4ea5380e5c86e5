package dev.threadmill.maven;

import dev.threadmill.archive.mail.Limits;
import org.jspecify.annotations.Nullable;

/** The {@code <limits>} of the configuration; what is not set is as usual. */
public final class LimitsConfiguration {

    @Nullable String headerSize;
    @Nullable String headerFields;
    @Nullable String references;
    @Nullable String parts;
    @Nullable String partDepth;
    @Nullable String partSize;
    @Nullable String text;

    /** As core takes them. */
    Limits limits() {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                bytes("headerSize", headerSize, usual.headerBytes()),
                number("headerFields", headerFields, usual.headerFields()),
                number("references", references, usual.references()),
                number("parts", parts, usual.parts()),
                number("partDepth", partDepth, usual.partDepth()),
                bytes("partSize", partSize, usual.partBytes()),
                number("text", text, usual.textCharacters()));
    }

    private static int bytes(String name, @Nullable String text, int usual) {
        if (text == null) {
            return usual;
        }
        long bytes = Choices.bytes("limits: " + name, text);
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "limits: %s: '%s' is more than a message can be; write 1GB or less"
                            .formatted(name, text.trim()));
        }
        return (int) bytes;
    }

    private static int number(String name, @Nullable String chosen, int usual) {
        return chosen == null ? usual : Choices.number("limits: " + name, chosen);
    }
}
