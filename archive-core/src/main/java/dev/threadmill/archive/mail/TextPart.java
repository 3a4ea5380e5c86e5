package dev.threadmill.archive.mail;

import org.jspecify.annotations.Nullable;

/**
 * Text to be shown. Lines end with {@code \n}; control characters other than tab and newline have
 * been made visible or dropped.
 *
 * @param type the media type in lower case: {@code text/plain}, {@code text/html}, {@code
 *     text/x-patch}, …
 * @param name the file name it was given; empty without one
 * @param flowed whether it is {@code format=flowed} (RFC 3676)
 * @param delSp whether {@code delsp=yes} (RFC 3676 §4.2)
 * @param guess null where there is no doubt in which charset it is
 */
public record TextPart(
        String path,
        String type,
        String name,
        String text,
        boolean flowed,
        boolean delSp,
        @Nullable Guess guess)
        implements Part {

    /**
     * That the declared charset could not be, and another one was taken.
     *
     * @param charset what the text was read as
     * @param problem what the report says of it, one of its content's
     */
    public record Guess(String charset, Problem problem) {}
}
