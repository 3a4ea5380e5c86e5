package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.ListFooter;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.header.MailDate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * The identity of what a message says, which is the same for the copies that different lists
 * delivered: sender, date, base subject, text and files, without what the way of a message does to
 * it. That is footers of lists (also as a part of their own), ends of lines, blanks before them,
 * blank lines at both ends, charsets, and transfer encodings.
 */
final class ContentDigest {

    /** Lists that deliver to lists put one footer under the other. */
    private static final int MOST_FOOTERS = 4;

    private final MessageDigest digest = Hash.sha256();
    private final StringBuilder text = new StringBuilder();

    private ContentDigest() {}

    static Hash of(MessageContent content) {
        return new ContentDigest().digest(content);
    }

    private Hash digest(MessageContent content) {
        header(content);
        String file = "";
        for (Part part : content.allParts()) {
            if (part instanceof NestedMessage nested) {
                header(nested.content());
            } else if (part instanceof Attachment attachment) {
                file = attachment.path();
                attachment(attachment.bytes());
            } else if (!part.path().equals(file)) {
                text((TextPart) part);
            }
        }
        add(withoutFooters(text.toString()));
        return Hash.of(digest);
    }

    private void header(MessageContent content) {
        Address from = content.from().isEmpty() ? Address.NONE : content.from().get(0);
        add(from.email().isEmpty() ? from.name() : from.email().toLowerCase(Locale.ROOT));
        MailDate date = MailDate.parse(content.date());
        add(date == null ? content.date() : Long.toString(date.instant()));
        add(new Subject(content.subject()).base());
    }

    private void text(TextPart part) {
        String said = withoutFooters(part.text());
        if (!said.isEmpty()) {
            text.append(said).append('\n');
        }
    }

    static String withoutFooters(String text) {
        String rest = trimmed(text);
        for (int i = 0; i < MOST_FOOTERS; i++) {
            int footer = ListFooter.start(rest);
            if (footer == rest.length()) {
                break;
            }
            rest = trimmed(rest.substring(0, footer));
        }
        return rest;
    }

    /** Without blanks at the ends of lines and without blank lines at both ends. */
    private static String trimmed(String text) {
        StringBuilder trimmed = new StringBuilder(text.length());
        int solid = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                trimmed.setLength(solid);
            }
            trimmed.append(c);
            boolean blank = c == ' ' || c == '\t' || c == '\u00a0' || c == '\u240c';
            solid = blank ? solid : trimmed.length();
        }
        int end = solid;
        while (end > 0 && trimmed.charAt(end - 1) == '\n') {
            end--;
        }
        int start = 0;
        while (start < end && trimmed.charAt(start) == '\n') {
            start++;
        }
        return trimmed.substring(start, end);
    }

    /** A file; its lines may have been sent with either end, whatever it is. */
    private void attachment(byte[] bytes) {
        byte[] unix = new byte[bytes.length];
        int size = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean end = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (!end) {
                unix[size++] = bytes[i];
            }
        }
        while (size > 0 && unix[size - 1] == '\n') {
            size--;
        }
        add(Hash.of(unix, 0, size).toString());
    }

    private void add(String field) {
        digest.update(field.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
