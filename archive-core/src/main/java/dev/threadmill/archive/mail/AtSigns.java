package dev.threadmill.archive.mail;

/** The {@code @} of an address, in the ways that text encodes it. */
final class AtSigns {

    private static final String[] ENCODED = {"%40", "%2540", "&#64;", "&#x40;", "&commat;"};

    private AtSigns() {}

    /** How many characters of {@code text} are the sign that starts at {@code i}; 0 for none. */
    static int length(String text, int i) {
        char c = text.charAt(i);
        if (c == '@' || c == '\uff20' || c == '\ufe6b') {
            return 1;
        }
        if (c == '=') { // quoted-printable that nobody has undone
            boolean sign = text.startsWith("40", i + 1) && i + 3 < text.length();
            return sign && Character.isLetter(text.charAt(i + 3)) ? 3 : 0;
        }
        if (c == '%' || c == '&') {
            for (String encoded : ENCODED) {
                if (text.regionMatches(true, i, encoded, 0, encoded.length())) {
                    return encoded.length();
                }
            }
        }
        return 0;
    }
}
