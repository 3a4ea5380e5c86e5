package dev.threadmill.maven;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Problem.Severity;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.source.MboxForm;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings that are one word out of a few. Every error says what there is to choose. */
final class Choices {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,18})\\s*([kmg]?)b?");

    private Choices() {}

    /** The kinds of page named; the usual ones when none is. */
    static Set<PageKind> pages(List<@Nullable String> words) {
        EnumSet<PageKind> kinds = EnumSet.noneOf(PageKind.class);
        for (@Nullable String word : words) {
            // Maven makes null of nothing, as behind a last comma.
            if (word == null || word.isBlank()) {
                continue;
            }
            kinds.add(choose("archive.pages", word, PageKind.optional()));
        }
        return kinds.isEmpty() ? PageKind.usual() : kinds;
    }

    /**
     * What pages show of addresses.
     *
     * @param raw {@code redacted} or nothing
     */
    static AddressPolicy addresses(String word, @Nullable String raw, @Nullable String secret) {
        AddressPolicy.Mode mode =
                choose("archive.addresses", word, List.of(AddressPolicy.Mode.values()));
        AddressPolicy policy = AddressPolicy.of(mode);
        if (raw != null) {
            if (!raw.trim().equalsIgnoreCase("redacted")) {
                throw unknown("archive.raw", raw, "redacted");
            }
            if (policy.isOpen()) {
                throw new IllegalArgumentException(
                        "archive.raw: 'redacted' wants archive.addresses=mask or hide, where messages as they came are left out");
            }
            policy = policy.copying();
        }
        return secret == null ? policy : policy.secret(secret);
    }

    static MboxForm mboxForm(String word) {
        return choose("archive.mboxFormat", word, List.of(MboxForm.values()));
    }

    /**
     * Whether a setting is on. Maven itself would take whatever is not {@code true} for {@code
     * false}, {@code yes} too.
     */
    static boolean yes(String setting, String word) {
        return switch (word.trim().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unknown(setting, word, "true, false");
        };
    }

    static int number(String setting, String number) {
        try {
            return Integer.parseInt(number.trim());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s: '%s' is no number that it can be; write it in digits, like 4"
                            .formatted(setting, number.trim()),
                    e);
        }
    }

    /** The bytes in {@code 1234}, {@code 500kB}, {@code 10 MB}, {@code 2g}. */
    static long bytes(String setting, String size) {
        Matcher matcher = SIZE.matcher(size.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw noSize(setting, size);
        }
        long unit =
                switch (matcher.group(2)) {
                    case "k" -> 1_000;
                    case "m" -> 1_000_000;
                    case "g" -> 1_000_000_000;
                    default -> 1;
                };
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
        } catch (ArithmeticException e) {
            throw noSize(setting, size);
        }
    }

    private static IllegalArgumentException noSize(String setting, String size) {
        return new IllegalArgumentException(
                "%s: '%s' is no size; write bytes, or a size like 500kB or 10MB"
                        .formatted(setting, size.trim()));
    }

    /** The severity from which a build fails; empty for {@code never}. */
    static Optional<Severity> failOn(String word) {
        if (word.trim().equalsIgnoreCase("never")) {
            return Optional.empty();
        }
        List<Severity> severities = List.of(Severity.ERROR, Severity.WARNING);
        return severities.stream()
                .filter(severity -> matches(severity, word))
                .findFirst()
                .or(
                        () -> {
                            throw unknown("archive.failOn", word, "never, error, warning");
                        });
    }

    /** The address of the site; whether a site can stand there is for core to say. */
    static URI siteUrl(String url) {
        try {
            return new URI(url.trim());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "archive.siteUrl: '%s' is no address (%s); write it like https://example.org/archive/"
                            .formatted(url, e.getReason()),
                    e);
        }
    }

    private static <E extends Enum<E>> E choose(String setting, String word, Collection<E> all) {
        for (E one : all) {
            if (matches(one, word)) {
                return one;
            }
        }
        throw unknown(
                setting, word, all.stream().map(Choices::word).collect(Collectors.joining(", ")));
    }

    private static IllegalArgumentException unknown(String setting, String word, String choices) {
        return new IllegalArgumentException(
                "%s: there is no '%s'; choose from %s".formatted(setting, word.trim(), choices));
    }

    private static boolean matches(Enum<?> one, String word) {
        return word(one).equalsIgnoreCase(word.trim());
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
