package dev.threadmill.archive.body;

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
}
