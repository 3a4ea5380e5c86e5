package dev.threadmill.archive.body;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text that becomes a link: {@code bug #(\d+)} to {@code https://bugs.example.org/$1}.
 *
 * @param url where it leads; {@code $0} to {@code $9} stand for what the pattern's groups matched,
 *     percent-encoded
 */
public record LinkRule(Pattern pattern, String url) {

    public LinkRule {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            throw new IllegalArgumentException(
                    "link rule '"
                            + pattern
                            + "': url '"
                            + url
                            + "' must start with https:// or http://");
        }
    }

    /** Where a match leads. */
    String urlOf(MatchResult match) {
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < url.length()) {
            char c = url.charAt(i);
            int group = c == '$' && i + 1 < url.length() ? url.charAt(i + 1) - '0' : -1;
            if (group < 0 || group > Math.min(9, match.groupCount())) {
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
