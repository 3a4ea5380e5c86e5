package dev.threadmill.archive.parse.decode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset that HTML declares in itself, for mail whose header declares none. */
public final class HtmlCharset {

    /** Whatever reads HTML looks for it in its beginning (HTML Standard §13.2.3.2: 1024 bytes). */
    private static final int LOOKED_AT = 2048;

    private static final Pattern META =
            Pattern.compile(
                    "<meta\\s[^>]{0,400}?charset\\s{0,9}=\\s{0,9}[\"']?([a-z0-9_:.-]{1,40})");

    private HtmlCharset() {}

    /** The name in {@code <meta charset="…">}; empty where there is none. */
    public static String of(byte[] html) {
        String start =
                new String(html, 0, Math.min(html.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(start.toLowerCase(Locale.ROOT));
        // Were it UTF-16, these bytes would not be there to be read.
        return meta.find() && !meta.group(1).startsWith("utf-16") ? meta.group(1) : "";
    }
}
