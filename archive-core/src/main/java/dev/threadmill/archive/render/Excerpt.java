package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of what somebody wrote, on one line: what search engines and previews of links
 * show. Quotes, what leads to them and signatures are no beginning.
 */
final class Excerpt {

    /** As much as search engines show. */
    static final int LONGEST = 160;

    /** Looked at before giving up: a message may quote a book before it says anything. */
    private static final int MOST_LINES = 300;

    private static final int ENOUGH = 2 * LONGEST;

    private Excerpt() {}

    /** Empty where nothing is found, as in a message of HTML alone. */
    static String of(MessageContent content) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text && text.type().equals("text/plain")) {
                String excerpt = of(text.text());
                if (!excerpt.isEmpty()) {
                    return excerpt;
                }
            }
        }
        return "";
    }

    static String of(String text) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        int start = 0;
        for (int lines = 0; start < text.length() && lines < MOST_LINES; lines++) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            String line = text.substring(start, Math.min(end, start + ENOUGH));
            start = end + 1;
            if (endsText(line) || length > ENOUGH) {
                break;
            }
            if (line.startsWith(">")) {
                dropAttribution(kept);
            } else if (saysSomething(line)) {
                kept.add(line.strip());
                length += line.length();
            }
        }
        return cut(String.join(" ", kept).replaceAll("\\s+", " ").strip(), LONGEST);
    }

    /** A signature, a forwarded message or what of a patch is no prose. */
    private static boolean endsText(String line) {
        return line.equals("-- ")
                || line.equals("--")
                || line.equals("---")
                || line.startsWith("diff --git ")
                || line.startsWith("-----BEGIN PGP SIGNATURE")
                || line.startsWith("-----Original Message");
    }

    private static boolean saysSomething(String line) {
        return line.codePoints().anyMatch(Character::isLetterOrDigit)
                && !line.startsWith("-----BEGIN PGP")
                && !line.startsWith("Hash: ");
    }

    /** What stands above a quote, {@code On Monday, Ann wrote:}, in one line or two. */
    private static void dropAttribution(List<String> kept) {
        int last = kept.size() - 1;
        if (last < 0 || !kept.get(last).endsWith(":")) {
            return;
        }
        boolean begun = kept.get(last).startsWith("On ");
        kept.remove(last);
        if (!begun && last > 0 && kept.get(last - 1).startsWith("On ")) {
            kept.remove(last - 1);
        }
    }

    /** At most so many characters of a text, ending with a word. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int blank = text.lastIndexOf(' ', longest - 1);
        int end = blank < longest / 2 ? longest - 1 : blank;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
