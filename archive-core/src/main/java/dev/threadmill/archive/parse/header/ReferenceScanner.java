package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.ByteSearch;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.parse.decode.EncodedWords;
import dev.threadmill.archive.parse.decode.Rfc2231;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids that a header's References and In-Reply-To name, each where it occurs first.
 *
 * <p>Left out are those of more than 244 bytes, the message's own, the addresses of its From, To
 * and Cc, and {@code y} and {@code n}: what people answer when a program asks them for an id.
 */
public final class ReferenceScanner {

    private static final int LONGEST = 244;

    private final Header header;
    private final HeaderText text;
    private final Set<MessageId> ids = new LinkedHashSet<>();

    public ReferenceScanner(Header header, HeaderText text) {
        this.header = header;
        this.text = text;
    }

    /** All ids, the parent last; {@code List.of()} when there are none. */
    public List<MessageId> scan(@Nullable MessageId own) {
        scan(Field.REFERENCES);
        scan(Field.IN_REPLY_TO);
        if (ids.isEmpty()) {
            return List.of();
        }
        if (own != null) {
            ids.remove(own);
        }
        dropAddresses();
        return List.copyOf(ids);
    }

    /** The ids of In-Reply-To alone, as it names them. */
    public List<MessageId> inReplyTo() {
        scan(Field.IN_REPLY_TO);
        return List.copyOf(ids);
    }

    /** The first of these and the last ones, at most so many in all. */
    public static List<MessageId> cut(List<MessageId> ids, int most) {
        if (ids.size() <= most) {
            return ids;
        }
        List<MessageId> kept = new ArrayList<>(most);
        kept.add(ids.get(0));
        kept.addAll(ids.subList(ids.size() - most + 1, ids.size()));
        return kept;
    }

    private void scan(Field field) {
        for (int i = header.first(field); i >= 0; i = header.next(field, i + 1)) {
            if (indexOf('?', header.start(i), header.end(i)) >= 0 && encoded(text.raw(i))) {
                continue;
            }
            if (!bracketed(header.start(i), header.end(i))) {
                bare(text.raw(i), field == Field.REFERENCES);
            }
        }
    }

    /** Adds all {@code <…>}; false when there is no bracket at all. */
    private boolean bracketed(int from, int to) {
        byte[] bytes = header.bytes();
        int open = indexOf('<', from, to);
        if (open < 0) {
            return false;
        }
        while (open >= 0) {
            int close = indexOf('>', open, to);
            if (close < 0) {
                break;
            }
            add(bytes, open + 1, close);
            open = indexOf('<', close, to);
        }
        return true;
    }

    /**
     * Adds all {@code <…>} of a field with encoded words, which no id may hold; false for others.
     */
    private boolean encoded(String value) {
        String decoded = EncodedWords.decode(value);
        if (decoded.equals(value)) {
            return false;
        }
        int open = decoded.indexOf('<');
        int close = decoded.indexOf('>', open + 1);
        while (open >= 0 && close > 0) {
            MessageId.parse(decoded.substring(open, close + 1)).ifPresent(this::add);
            open = decoded.indexOf('<', close);
            close = decoded.indexOf('>', open + 1);
        }
        return true;
    }

    private void add(byte[] bytes, int from, int to) {
        boolean plain = to > from;
        for (int i = from; i < to; i++) {
            plain &= bytes[i] > ' ';
        }
        if (plain) {
            if (to - from <= LONGEST) {
                add(new MessageId(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
            }
        } else {
            MessageId.parse(text.raw(from, idEnd(bytes, from, to))).ifPresent(this::add);
        }
    }

    /**
     * Where the id in these brackets ends: before what somebody wrote behind it, as in {@code
     * <1@example.org # last one>}. Folding may break an id anywhere, and of other blanks those
     * belong to it behind which its host goes on.
     */
    private int idEnd(byte[] bytes, int from, int to) {
        int sign = indexOf('@', from, to);
        boolean dotted = false;
        int i = sign < 0 ? to : sign + 1;
        while (i < to) {
            if (!isSpace(bytes[i])) {
                dotted |= bytes[i++] == '.';
                continue;
            }
            int blank = i;
            boolean folded = false;
            while (i < to && isSpace(bytes[i])) {
                folded |= bytes[i] == '\n' || bytes[i] == '\r';
                i++;
            }
            byte last = bytes[blank - 1];
            boolean whole = last != '@' && last != '.';
            if (whole && !folded && i < to && !goesOn(bytes, i, to, dotted)) {
                return blank;
            }
        }
        return to;
    }

    /** Whether what stands behind a blank may be more of a host, with or without a dot so far. */
    private static boolean goesOn(byte[] bytes, int from, int to, boolean dotted) {
        if (bytes[from] == '.' || (!dotted && isInHost(bytes[from]))) {
            return true;
        }
        boolean dot = false;
        int i = from;
        while (i < to && isInHost(bytes[i])) {
            dot |= bytes[i++] == '.';
        }
        while (i < to && isSpace(bytes[i])) {
            i++;
        }
        return dot && i == to;
    }

    private static boolean isInHost(byte b) {
        return b == '.' || b == '-' || Character.isLetterOrDigit(b);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private void add(MessageId id) {
        String value = id.value();
        boolean answer = value.equals("y") || value.equals("n");
        boolean tooLong =
                value.length() > LONGEST / 3
                        && value.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        if (!answer && !tooLong) {
            ids.add(id);
        }
    }

    /** Old programs wrote ids without brackets, and some percent-encoded the brackets. */
    private void bare(String value, boolean several) {
        if (value.toLowerCase(Locale.ROOT).contains("%3c")) {
            ByteArrayOutputStream decoded = new ByteArrayOutputStream();
            Rfc2231.percentDecode(value, decoded);
            Optional<MessageId> id = MessageId.parse(decoded.toString(StandardCharsets.UTF_8));
            id.filter(i -> i.value().indexOf('@') > 0).ifPresent(this::add);
            return;
        }
        String[] words = value.strip().split("[\\s,]++", -1);
        if (several || words.length == 1) {
            for (String word : words) {
                if (word.indexOf('@') > 0) {
                    MessageId.parse(word).ifPresent(this::add);
                }
            }
        }
    }

    /** Looks at what stands around each {@code @} of the address headers; nothing is parsed. */
    private void dropAddresses() {
        Set<String> values = new HashSet<>();
        boolean[] lengths = new boolean[LONGEST + 1];
        for (MessageId id : ids) {
            values.add(id.value());
            lengths[id.value().length()] = true;
        }
        for (int i = 0; i < header.size(); i++) {
            if (header.is(i, Field.FROM) || header.is(i, Field.TO) || header.is(i, Field.CC)) {
                dropAddresses(header.start(i), header.end(i), values, lengths);
            }
        }
    }

    private void dropAddresses(int from, int to, Set<String> values, boolean[] lengths) {
        byte[] bytes = header.bytes();
        int at = indexOf('@', from, to);
        while (at >= 0) {
            int start = at;
            while (start > from && isInAddress(bytes[start - 1])) {
                start--;
            }
            int end = at;
            while (end < to && isInAddress(bytes[end])) {
                end++;
            }
            int length = end - start;
            if (length <= LONGEST && lengths[length]) {
                String address = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
                if (values.contains(address)) {
                    ids.remove(new MessageId(address));
                }
            }
            at = indexOf('@', end, to);
        }
    }

    private static boolean isInAddress(byte b) {
        return switch (b) {
            case '<', '>', ',', ';', ':', '"', '(', ')' -> false;
            default -> b > ' ';
        };
    }

    /** Like {@link String#indexOf}: -1 without one. */
    private int indexOf(char wanted, int from, int to) {
        int index = ByteSearch.indexOf((byte) wanted, header.bytes(), from, to);
        return index < to ? index : -1;
    }
}
