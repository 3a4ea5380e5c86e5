package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.parse.decode.Charsets;
import dev.threadmill.archive.parse.decode.EncodedWords;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The charset of the encoded words in a header: that of the body, too, where nothing says
 * otherwise. Pipermail's text keeps the words and drops what the body declares.
 */
public final class HeaderCharset {

    private HeaderCharset() {}

    /**
     * The charset that Subject and From are written in; null where they name none, or several, or
     * one that text would show to be by itself.
     */
    public static @Nullable Charset of(HeaderText text) {
        Set<Charset> named = new HashSet<>();
        for (Field field : new Field[] {Field.SUBJECT, Field.FROM}) {
            for (String name : EncodedWords.charsets(HeaderText.cut(text.firstRaw(field)))) {
                Charset charset = Charsets.named(name);
                // Lists put what they are called in front of a subject in UTF-8.
                if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
                    named.add(charset);
                }
            }
        }
        Charset one = named.size() == 1 ? named.iterator().next() : null;
        return one != null && Charsets.isOfSingleBytes(one) ? one : null;
    }
}
