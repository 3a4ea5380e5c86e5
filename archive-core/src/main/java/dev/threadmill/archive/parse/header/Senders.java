package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who sent a message. Since DMARC, lists write themselves into From ({@code Ann via dev
 * <dev@lists.example.org>}) and say elsewhere who wrote. Who that is is believed only where From
 * names the list or says {@code via}, and another field names the person.
 *
 * @param from the senders: who really wrote, then whom From names besides
 * @param rewritten what From said first, where that was not who wrote; else {@link Address#NONE}
 */
public record Senders(List<Address> from, Address rewritten) {

    private static final String VIA = " via ";
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    public static Senders of(HeaderText text) {
        List<Address> from = AddressParser.parse(text.firstRaw(Field.FROM));
        if (from.isEmpty()) {
            from = AddressParser.parse(text.firstRaw(Field.SENDER));
        }
        if (from.isEmpty()) {
            return new Senders(from, Address.NONE);
        }
        Address written = from.get(0);
        boolean list = isList(written, text);
        boolean via = isVia(written.name());
        Address author = list || via ? author(written, list, via, text) : Address.NONE;
        if (author.isEmpty()) {
            return new Senders(from, Address.NONE);
        }
        List<Address> senders = new ArrayList<>(from);
        senders.set(0, author);
        return new Senders(senders, written);
    }

    /** The first sender. */
    public Address author() {
        return from.isEmpty() ? Address.NONE : from.get(0);
    }

    /** Whether this is the address that one writes to the list by (RFC 2369, RFC 2919). */
    private static boolean isList(Address address, HeaderText text) {
        String email = address.email().toLowerCase(Locale.ROOT);
        if (email.indexOf('@') < 0) {
            return false;
        }
        return text.firstRaw(Field.LIST_POST).toLowerCase(Locale.ROOT).contains(":" + email + ">")
                || text.firstRaw(Field.LIST_ID)
                        .toLowerCase(Locale.ROOT)
                        .contains("<" + email.replace('@', '.') + ">");
    }

    private static boolean isVia(String name) {
        int via = lastVia(name);
        return via > 0 && !name.substring(via + VIA.length()).isBlank();
    }

    private static int lastVia(String name) {
        int at = name.length() - VIA.length();
        while (at >= 0 && !name.regionMatches(true, at, VIA, 0, VIA.length())) {
            at--;
        }
        return at;
    }

    /** Who wrote, as the best of the fields says that tell it. */
    private static Address author(Address written, boolean list, boolean via, HeaderText text) {
        String name = via ? withoutVia(written.name()) : written.name();
        for (Field field : List.of(Field.X_ORIGINAL_FROM, Field.ORIGINAL_FROM)) {
            for (Address original : AddressParser.parse(text.firstRaw(field))) {
                if (isPerson(original, written, text)) {
                    return named(original, name);
                }
            }
        }
        for (Field field : List.of(Field.REPLY_TO, Field.CC)) {
            List<Address> people =
                    AddressParser.parse(text.firstRaw(field)).stream()
                            .filter(other -> isPerson(other, written, text))
                            .toList();
            boolean answered = list && via && field == Field.REPLY_TO;
            for (Address other : people) {
                boolean nameless = answered && other.name().isEmpty();
                boolean same = !name.isEmpty() && other.name().equalsIgnoreCase(name);
                boolean alone = answered && people.size() == 1 && shareWord(name, other.name());
                if (same || nameless || alone) {
                    return named(other, name);
                }
            }
        }
        return via ? byEnvelope(written, list, name, text) : Address.NONE;
    }

    private static Address byEnvelope(Address written, boolean list, String name, HeaderText text) {
        // groups.io: ann=example.org@groups.io
        String email = written.email();
        int equals = email.indexOf('=');
        int at = email.lastIndexOf('@');
        if (equals > 0 && at > equals && email.substring(equals, at).indexOf('.') > 0) {
            return new Address(
                    name, email.substring(0, equals) + "@" + email.substring(equals + 1, at));
        }
        for (Field field : List.of(Field.X_ORIGINAL_SENDER, Field.X_MAIL_FROM)) {
            for (Address sender : AddressParser.parse(text.firstRaw(field))) {
                if (list && isPerson(sender, written, text)) {
                    return named(sender, name);
                }
            }
        }
        return Address.NONE;
    }

    private static boolean isPerson(Address address, Address written, HeaderText text) {
        return address.email().indexOf('@') > 0
                && !address.email().equalsIgnoreCase(written.email())
                && !isList(address, text);
    }

    /**
     * Whether two names have a word in common: Mailman cuts addresses in them, others turn them.
     */
    private static boolean shareWord(String name, String other) {
        Set<String> words = words(name);
        words.retainAll(words(other));
        return !words.isEmpty();
    }

    private static Set<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Address named(Address address, String name) {
        boolean own = !address.name().isEmpty() && !isVia(address.name());
        return new Address(own ? address.name() : name, address.email());
    }

    /** What stands before the {@code via}; Google puts quotes around it. */
    private static String withoutVia(String name) {
        String before = name.substring(0, lastVia(name)).strip();
        boolean quoted = before.length() > 2 && before.startsWith("'") && before.endsWith("'");
        return quoted ? before.substring(1, before.length() - 1) : before;
    }
}
