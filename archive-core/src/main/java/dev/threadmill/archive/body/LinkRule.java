package dev.threadmill.archive.body;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Text that becomes a link: {@code bug #(\d+)} to {@code https://bugs.example.org/$1}.
 *
 * @param pattern matches within a line
 * @param target where it leads, on the web; {@code $0} to {@code $9} stand for what the pattern's
 *     groups matched, percent-encoded
 */
public record LinkRule(Pattern pattern, String target) {

    private static final Pattern GROUP = Pattern.compile("\\$(\\d)");

    public LinkRule {
        if (!target.startsWith("https://") && !target.startsWith("http://")) {
            throw wrong(pattern, "target '" + target + "' must start with https:// or http://");
        }
        int groups = pattern.matcher("").groupCount();
        Matcher named = GROUP.matcher(target);
        while (named.find()) {
            if (Integer.parseInt(named.group(1)) > groups) {
                throw wrong(
                        pattern,
                        "target '%s' names %s, but the pattern has %s groups; write (…) around what is meant"
                                .formatted(target, named.group(), groups));
            }
        }
    }

    /**
     * The rule as settings write it.
     *
     * @throws IllegalArgumentException when the pattern is none, or the target not on the web
     */
    public static LinkRule of(String pattern, String target) {
        try {
            return new LinkRule(Pattern.compile(pattern), target.strip());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "link rule '%s': not a regular expression: %s at character %s"
                            .formatted(pattern, e.getDescription(), e.getIndex()),
                    e);
        }
    }

    private static IllegalArgumentException wrong(Pattern pattern, String what) {
        return new IllegalArgumentException("link rule '" + pattern + "': " + what);
    }

    /** Where a match leads. */
    String urlOf(MatchResult match) {
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < target.length()) {
            char c = target.charAt(i);
            int group = c == '$' && i + 1 < target.length() ? target.charAt(i + 1) - '0' : -1;
            if (group < 0 || group > 9) {
                filled.append(c);
                i++;
            } else {
                String value = match.group(group);
                filled.append(value == null ? "" : Urls.encodeComponent(value));
                i += 2;
            }
        }
        return filled.toString();
    }
}
