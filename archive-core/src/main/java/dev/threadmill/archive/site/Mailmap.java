package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who somebody is that wrote under several names and addresses, as a file in the format of git's
 * {@code .mailmap} says it (gitmailmap(5)):
 *
 * <pre>
 * Proper Name &lt;address@in.mail&gt;
 * &lt;proper@address&gt; &lt;address@in.mail&gt;
 * Proper Name &lt;proper@address&gt; &lt;address@in.mail&gt;
 * Proper Name &lt;proper@address&gt; Name In Mail &lt;address@in.mail&gt;
 * </pre>
 *
 * <p>Case does not count in what is looked for, a {@code #} begins a comment, and of several lines
 * on the same address the last one counts.
 */
public final class Mailmap {

    /** Everybody is who they say they are. */
    public static final Mailmap NONE = new Mailmap(Map.of());

    private static final Pattern LINE =
            Pattern.compile("([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?\\s*(?:#.*)?");

    /** By address in mail. */
    private final Map<String, Entry> entries;

    /** What lines say of one address: of whoever uses it, and of some name with it. */
    private static final class Entry {
        private Address proper = Address.NONE;
        private final Map<String, Address> byName = new HashMap<>(0);

        /** A line that names only one half leaves the other as lines before it said. */
        void add(String name, String email) {
            proper =
                    new Address(
                            name.isEmpty() ? proper.name() : name,
                            email.isEmpty() ? proper.email() : email);
        }
    }

    /**
     * Who somebody is.
     *
     * @param named whether the file gave them their name
     */
    public record Proper(Address person, boolean named) {}

    private Mailmap(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads the lines of a file.
     *
     * @param file what to call it
     * @throws IllegalArgumentException when a line has none of the four forms
     */
    public static Mailmap parse(String file, List<String> lines) {
        Map<String, Entry> entries = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !add(line, entries)) {
                throw new IllegalArgumentException(
                        file
                                + ":"
                                + (i + 1)
                                + ": '"
                                + line
                                + "' is no line of a mailmap; write it like"
                                + " 'Proper Name <proper@address> <address@in.mail>'");
            }
        }
        return new Mailmap(entries);
    }

    private static boolean add(String line, Map<String, Entry> entries) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return false;
        }
        String name = parts.group(1).strip();
        String first = parts.group(2).strip();
        if (parts.group(4) == null) {
            entry(first, entries).add(name, "");
            return !name.isEmpty() && !first.isEmpty();
        }
        String inMail = parts.group(3).strip();
        String email = parts.group(4).strip();
        if (inMail.isEmpty()) {
            entry(email, entries).add(name, first);
        } else {
            entry(email, entries).byName.put(lower(inMail), new Address(name, first));
        }
        return !email.isEmpty() && !first.isEmpty();
    }

    private static Entry entry(String email, Map<String, Entry> entries) {
        return entries.computeIfAbsent(lower(email), e -> new Entry());
    }

    /** Who {@code sender} is. */
    public Proper proper(Address sender) {
        Entry entry = entries.get(lower(sender.email()));
        if (entry == null || sender.email().isEmpty()) {
            return new Proper(sender, false);
        }
        Address proper = entry.byName.getOrDefault(lower(sender.name()), entry.proper);
        boolean named = !proper.name().isEmpty();
        return new Proper(
                new Address(
                        named ? proper.name() : sender.name(),
                        proper.email().isEmpty() ? sender.email() : proper.email()),
                named);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
