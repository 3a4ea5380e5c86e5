package dev.threadmill.archive.mail;

/**
 * Text to be shown. Lines end with {@code \n}; control characters other than tab and newline have
 * been made visible or dropped.
 *
 * @param type the media type in lower case: {@code text/plain}, {@code text/html}, {@code
 *     text/x-patch}, …
 * @param name the file name it was given; empty without one
 * @param flowed whether it is {@code format=flowed} (RFC 3676)
 * @param delSp whether {@code delsp=yes} (RFC 3676 §4.2)
 * @param guessed the charset that was guessed where the declared one could not be; else empty
 */
public record TextPart(
        String path,
        String type,
        String name,
        String text,
        boolean flowed,
        boolean delSp,
        String guessed)
        implements Part {}
