package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Tombstone;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of the file that {@code archive.removals} names. Each removes mail: it says what,
 * the day of the removal, and, if readers should know it, why. One that begins with {@code noindex}
 * removes nothing, but tells search engines not to lead to the pages of a message or of a list.
 *
 * <pre>
 * # taken out of the archive of dev
 * message &lt;20240301.1@example.org&gt;  2026-03-01  Its author wished so.
 * author jane@example.org  2026-03-01
 * content sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  2026-03-02  Holds a password.
 * noindex message &lt;20240302.7@example.org&gt;
 * noindex list private
 * </pre>
 *
 * <p>The hash is that of the message as it came, which the file {@code raw} beside its page gives
 * back where addresses are shown: {@code sed '1d; s/^>\(>*From \)/\1/' raw | sha256sum}.
 */
final class RemovalsFile {

    /** The rule under which the report counts what is removed. */
    static final String REMOVED = "removed";

    private static final String EXAMPLE =
            "write it like 'message <1234@example.org> 2026-03-01 its author wished so'";

    private static final Pattern LINE =
            Pattern.compile(
                    "(message|author|content)\\s+(<[^<>]*>|\\S+)(?:\\s+(\\d{4}-\\d\\d-\\d\\d)(?:\\s+(.*))?)?");

    private static final Pattern NOINDEX =
            Pattern.compile("noindex\\s+(message|author|content|list)\\s+(<[^<>]*>|\\S+)");

    private static final Pattern SHA256 = Pattern.compile("sha256:([0-9a-f]{32})[0-9a-f]{32}");

    private RemovalsFile() {}

    /**
     * The removals in their order.
     *
     * @param file what to call it
     * @throws IllegalArgumentException when a line is none
     */
    static List<Removal> parse(String file, List<String> lines) {
        List<Removal> removals = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                removals.add(removal(file + ":" + (i + 1), line));
            }
        }
        return removals;
    }

    private static Removal removal(String place, String line) {
        Matcher noindex = NOINDEX.matcher(line);
        if (noindex.matches()) {
            return removal(place, noindex.group(1), noindex.group(2), null);
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw wrong(place, line, "is no removal; " + EXAMPLE);
        }
        if (parts.group(3) == null) {
            throw wrong(place, line, "has no day; " + EXAMPLE);
        }
        String reason = parts.group(4) == null ? "" : parts.group(4).strip();
        Tombstone stone = new Tombstone(REMOVED, day(place, parts.group(3)), reason);
        return removal(place, parts.group(1), parts.group(2), stone);
    }

    private static Removal removal(
            String place, String of, String value, @Nullable Tombstone stone) {
        return switch (of) {
            case "message" -> new Removal(place, Removal.By.MESSAGE, id(place, value), stone);
            case "author" -> new Removal(place, Removal.By.AUTHOR, address(place, value), stone);
            case "content" -> new Removal(place, Removal.By.CONTENT, hash(place, value), stone);
            default -> new Removal(place, Removal.By.LIST, value, stone);
        };
    }

    private static String day(String place, String day) {
        try {
            return LocalDate.parse(day).toString();
        } catch (DateTimeParseException e) {
            throw wrong(place, day, "is no day; write one like 2026-03-01");
        }
    }

    private static String id(String place, String value) {
        return MessageId.parse(value)
                .orElseThrow(() -> wrong(place, value, "is no Message-ID; " + EXAMPLE))
                .value();
    }

    private static String address(String place, String value) {
        String address = value.replaceAll("[<>]", "").toLowerCase(Locale.ROOT);
        if (address.indexOf('@') < 1) {
            throw wrong(place, value, "is no address; write it like 'author jane@example.org'");
        }
        return address;
    }

    private static String hash(String place, String value) {
        Matcher hash = SHA256.matcher(value.toLowerCase(Locale.ROOT));
        if (!hash.matches()) {
            throw wrong(place, value, "is no hash; write sha256: and its 64 hexadecimal digits");
        }
        return hash.group(1);
    }

    private static IllegalArgumentException wrong(String place, String value, String what) {
        return new IllegalArgumentException(place + ": '" + value + "' " + what);
    }
}
