package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Richness;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.source.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What tells two copies of one message as different sources keep them. */
final class CopyLook {

    /** What Pipermail writes where it took a part away. */
    private static final String SCRUBBED = "\n-------------- next part --------------\n";

    private CopyLook() {}

    static Richness richness(RawMessage raw, MessageContent content) {
        long files = content.parts().stream().filter(Attachment.class::isInstance).count();
        return new Richness((int) files, Header.of(raw.bytes()).lines(), raw.bytes().length);
    }

    static Hash words(MessageContent content) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text && !text.text().isBlank()) {
                return Hash.of(words(text.text()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Hash.of(new byte[0]);
    }

    private static String words(String text) {
        int scrubbed = ("\n" + text).indexOf(SCRUBBED);
        String said = scrubbed < 0 ? text : text.substring(0, Math.max(0, scrubbed - 1));
        String plain =
                ContentDigest.withoutFooters(said).toLowerCase(Locale.ROOT).replace(" at ", "@");
        StringBuilder words = new StringBuilder(plain.length());
        plain.chars().filter(Character::isLetterOrDigit).forEach(c -> words.append((char) c));
        return words.toString();
    }
}
