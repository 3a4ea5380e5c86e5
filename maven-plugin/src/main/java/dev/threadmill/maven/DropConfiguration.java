package dev.threadmill.maven;

import dev.threadmill.archive.parse.DropRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <drop>} of the plugin's {@code <drops>}: a message that meets all of it is left out.
 */
public final class DropConfiguration {

    /** By what the summary counts it; its conditions by default. */
    @Nullable String name;

    /** The Message-ID of one message. */
    @Nullable String messageId;

    /** The name of a header field. */
    @Nullable String header;

    /** A regular expression of Java, looked for in what the field says. */
    @Nullable String matches;

    /** The address that it is from, or {@code @} and a host. */
    @Nullable String from;

    /** A day like {@code 2001-12-31}: what was sent before it. */
    @Nullable String before;

    /** A day like {@code 2001-12-31}: what was sent on it or after. */
    @Nullable String since;

    /** A number of bytes, or {@code 500kB}, {@code 10MB}. */
    @Nullable String largerThan;

    /**
     * The rule that it means.
     *
     * @throws IllegalArgumentException when it means none
     */
    DropRule rule() {
        List<DropRule.Condition> conditions = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (messageId != null) {
            conditions.add(condition("messageId", messageId.trim(), DropRule.Id::new));
            words.add("messageId " + messageId.trim());
        }
        if (header != null) {
            conditions.add(headerMatch(header.trim(), matches));
            words.add("header " + header.trim() + " " + matches);
        } else if (matches != null) {
            throw wrong("matches", matches, "name the field it is looked for in, by <header>");
        }
        if (from != null) {
            conditions.add(condition("from", from, DropRule.Sender::new));
            words.add("from " + from.trim());
        }
        if (before != null) {
            conditions.add(new DropRule.Before(day("before", before)));
            words.add("before " + before.trim());
        }
        if (since != null) {
            conditions.add(new DropRule.Since(day("since", since)));
            words.add("since " + since.trim());
        }
        if (before != null && since != null && day("before", before) <= day("since", since)) {
            throw wrong("before", before, "nothing is sent before that and since " + since.trim());
        }
        if (largerThan != null) {
            conditions.add(new DropRule.Larger(Choices.bytes("drops: largerThan", largerThan)));
            words.add("largerThan " + largerThan.trim());
        }
        String called = name == null || name.isBlank() ? String.join(", ", words) : name.trim();
        if (conditions.isEmpty()) {
            throw wrong("name", called, "it has no condition; give it one, such as <messageId>");
        }
        return new DropRule(called, conditions);
    }

    private static DropRule.Condition headerMatch(String header, @Nullable String matches) {
        if (matches == null) {
            throw wrong("header", header, "say by <matches> what is looked for in it");
        }
        return condition(
                "matches", matches, expression -> new DropRule.HeaderMatch(header, expression));
    }

    private static DropRule.Condition condition(
            String setting, String value, Function<String, DropRule.Condition> meant) {
        try {
            return meant.apply(value);
        } catch (IllegalArgumentException e) {
            throw wrong(setting, value, e.getMessage());
        }
    }

    private static long day(String setting, String day) {
        try {
            return LocalDate.parse(day.trim()).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw wrong(setting, day, "write a day like 2001-12-31");
        }
    }

    private static IllegalArgumentException wrong(String setting, String value, String remedy) {
        return new IllegalArgumentException(
                "drops: <%s>%s</%s>: %s".formatted(setting, value, setting, remedy));
    }
}
