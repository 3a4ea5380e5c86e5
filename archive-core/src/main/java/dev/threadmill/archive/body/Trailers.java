package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.mail.Trailer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the trailers that the author of a message wrote: lines {@code …-by: Name <address>}, not
 * quoted, not in a patch, a signature, a list's footer or a file.
 */
final class Trailers {

    /** More than these in one message are no review. */
    private static final int MOST = 50;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 300;

    private final List<Trailer> found = new ArrayList<>();
    private boolean patch;

    private Trailers() {}

    static List<Trailer> of(Address sender, MessageContent content) {
        Trailers trailers = new Trailers();
        String file = "";
        for (Part part : content.parts()) {
            if (part instanceof Attachment attachment) {
                file = attachment.path();
            } else if (part instanceof TextPart text
                    && text.type().equals("text/plain")
                    && !text.path().equals(file)) {
                trailers.read(text);
            }
        }
        return trailers.found.stream().filter(t -> !trailers.patch || t.isBy(sender)).toList();
    }

    /** Nothing below a signature's line counts, though it may be more than a signature. */
    private void read(TextPart part) {
        if (!mayHold(part.text())) {
            return; // nearly every reply
        }
        String raw = part.flowed() ? Flowed.decode(part.text(), part.delSp()) : part.text();
        int signature = ("\n" + raw).indexOf("\n-- \n");
        Text text = new Text(signature < 0 ? raw.stripTrailing() : raw.substring(0, signature));
        for (Passage passage : Passages.of(text, part.flowed())) {
            patch |= passage.kind() == Passage.Kind.HUNK;
            if (passage.kind() == Passage.Kind.PROSE) {
                read(text, passage.from(), passage.to());
            }
        }
    }

    private static boolean mayHold(String text) {
        return text.contains("-by:") || text.contains("-By:") || text.contains("-BY:");
    }

    private void read(Text text, int from, int to) {
        for (int line = from; line < to && found.size() < MOST; line++) {
            int start = wordStart(text, line);
            int colon = nameEnd(text, start, end(text, line));
            if (colon == start) {
                continue;
            }
            String value = text.substring(colon + 1, end(text, line)).strip();
            if (value.isEmpty() || text.at(colon + 1) > ' ') {
                continue;
            }
            if (value.indexOf('@') < 0 && line + 1 < to) {
                int next = line + 1;
                String more = text.substring(text.start(next), end(text, next)).strip();
                if (more.startsWith("<")) { // an address that was wrapped
                    value += " " + more;
                    line = next;
                }
            }
            Address person = person(value);
            if (!person.email().isEmpty()) {
                found.add(new Trailer(name(text.substring(start, colon)), person));
            }
        }
    }

    /** Where so much of a line ends as is looked at. */
    private static int end(Text text, int line) {
        return Math.min(text.end(line), text.start(line) + LONGEST_VALUE);
    }

    private static int wordStart(Text text, int line) {
        int start = text.start(line);
        int end = end(text, line);
        while (start < end && Character.isWhitespace(text.at(start))) {
            start++;
        }
        return start;
    }

    /** Where the colon after a name is that ends with {@code -by}; {@code start} without one. */
    private static int nameEnd(Text text, int start, int end) {
        int colon = start;
        while (colon < end && isInName(text.at(colon))) {
            colon++;
        }
        boolean named =
                colon < end
                        && text.at(colon) == ':'
                        && colon - start >= 4
                        && colon - start <= LONGEST_NAME
                        && text.at(start) != '-'
                        && text.substring(colon - 3, colon).equalsIgnoreCase("-by");
        return named ? colon : start;
    }

    private static boolean isInName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    /** One capital in front, whatever it came in. */
    private static String name(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    /** The person that a value names, however it is bracketed; none where there is no address. */
    private static Address person(String value) {
        int at = value.indexOf('@');
        int start = at;
        while (start > 0 && isInAddress(value.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < value.length() && isInAddress(value.charAt(end))) {
            end++;
        }
        while (end > at + 1 && value.charAt(end - 1) == '.') {
            end--;
        }
        int dot = at < 0 ? -1 : value.indexOf('.', at + 2);
        if (at <= 0 || start == at || dot < 0 || dot >= end) {
            return Address.NONE;
        }
        String name = value.substring(0, start).strip();
        while (name.endsWith("<") || name.endsWith("(") || name.endsWith("[")) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return new Address(unquoted(name), value.substring(start, end));
    }

    private static boolean isInAddress(char c) {
        return !Character.isWhitespace(c) && "<>()[],;:\"@".indexOf(c) < 0;
    }

    private static String unquoted(String name) {
        String plain = name.strip();
        boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1) : plain;
    }
}
