package dev.threadmill.archive.mail;

/** What stands behind the {@code @} of an address. */
final class Hosts {

    private static final int LONGEST_LITERAL = 60;

    private Hosts() {}

    /** Where the host ends that starts at {@code from}. */
    static int end(String text, int from) {
        if (from < text.length() && text.charAt(from) == '[') {
            return literalEnd(text, from);
        }
        int end = from;
        while (end < text.length() && isHost(text.charAt(end))) {
            end++;
        }
        while (end > from && ".-_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isHost(char c) {
        return c < 0x80
                ? Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_'
                : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** {@code [192.0.2.1]} (RFC 5321 §4.1.3). */
    private static int literalEnd(String text, int from) {
        for (int i = from + 1; i < Math.min(text.length(), from + LONGEST_LITERAL); i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i - from > 3 ? i + 1 : from;
            }
            if (Character.digit(c, 16) < 0 && ".:IPVipv".indexOf(c) < 0) {
                return from;
            }
        }
        return from;
    }

    /**
     * Whether mail could be for this host: a name with a dot whose last part could be a top-level
     * domain, or an IP address.
     *
     * @param certain whether it is said to be an address: then any host will do
     */
    static boolean isHost(String text, int from, int to, boolean certain) {
        if (to == from || text.charAt(from) == '.' || text.charAt(from) == '-') {
            return false;
        }
        if (certain || text.charAt(from) == '[') {
            return true;
        }
        int dot = to - 1;
        while (dot > from && text.charAt(dot) != '.') {
            dot--;
        }
        if (dot == from) {
            return false;
        }
        return (to - dot > 2 && Character.isLetter(text.charAt(dot + 1))) || isIp(text, from, to);
    }

    private static boolean isIp(String text, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            dots += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return dots == 3;
    }
}
