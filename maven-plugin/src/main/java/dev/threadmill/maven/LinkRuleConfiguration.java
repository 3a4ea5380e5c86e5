package dev.threadmill.maven;

import dev.threadmill.archive.body.LinkRule;
import org.jspecify.annotations.Nullable;

/** One {@code <linkRule>} of the plugin's {@code <linkRules>}. Both must be given. */
public final class LinkRuleConfiguration {

    /** The regular expression that finds the text. */
    @Nullable String pattern;

    /** Where the text leads; {@code $1} stands for what the first group matched. */
    @Nullable String target;

    /**
     * The rule as core takes it.
     *
     * @throws IllegalArgumentException when a half is missing or wrong
     */
    LinkRule rule() {
        if (pattern == null || pattern.isEmpty() || target == null || target.isBlank()) {
            throw new IllegalArgumentException(
                    "linkRules: a <linkRule> has no <%s>; write <pattern>bug #(\\d+)</pattern> and <target>https://bugs.example.org/$1</target>"
                            .formatted(
                                    pattern == null || pattern.isEmpty() ? "pattern" : "target"));
        }
        return LinkRule.of(pattern, target);
    }
}
