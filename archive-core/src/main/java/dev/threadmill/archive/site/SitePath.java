package dev.threadmill.archive.site;

/**
 * An address inside the site, from its root and without a leading slash: a file ({@code
 * dev/1@example.org/raw}), or a folder with a trailing slash ({@code dev/1@example.org/}) whose
 * page is its {@code index.html}. The root itself is empty.
 *
 * <p>It can neither leave the site nor name anything a file system would take for something else.
 */
public record SitePath(String value) {

    private static final int LONGEST = 1024;

    public SitePath {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("path of over " + LONGEST + " characters: " + value);
        }
        int start = 0;
        while (start < value.length()) {
            int slash = value.indexOf('/', start);
            int end = slash < 0 ? value.length() : slash;
            check(value, start, end);
            start = end + 1;
        }
    }

    private static void check(String path, int start, int end) {
        boolean dots = end - start <= 2 && path.startsWith("..".substring(0, end - start), start);
        if (start == end || dots) {
            throw new IllegalArgumentException("not a path inside the site: '" + path + "'");
        }
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"*:<>?\\|%#`^{}[]".indexOf(c) >= 0) {
                throw new IllegalArgumentException(
                        "character U+%04X in a path inside the site: '%s'"
                                .formatted((int) c, path));
            }
        }
    }

    /** The file that holds it: itself, or the {@code index.html} of a folder. */
    public String file() {
        return isFolder() ? value + "index.html" : value;
    }

    public boolean isFolder() {
        return value.isEmpty() || value.endsWith("/");
    }

    /** The address below this folder. */
    public SitePath resolve(String name) {
        return new SitePath(value + name);
    }

    /**
     * The link from this page to {@code target}: relative, so that it works below any address. Not
     * yet escaped for HTML.
     */
    public String linkTo(SitePath target) {
        String from = value;
        String to = target.value;
        int common = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()); i++) {
            if (from.charAt(i) != to.charAt(i)) {
                break;
            }
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        StringBuilder link = new StringBuilder();
        for (int i = common; i < from.length(); i++) {
            if (from.charAt(i) == '/') {
                link.append("../");
            }
        }
        if (link.isEmpty()) {
            link.append("./");
        }
        appendEncoded(link, to, common);
        return link.toString();
    }

    /** The address with its odd characters percent-encoded, to follow a site URL. */
    public String encoded() {
        StringBuilder encoded = new StringBuilder(value.length());
        appendEncoded(encoded, value, 0);
        return encoded.toString();
    }

    /**
     * Everything a path may hold stands for itself in a link but {@code +}, which hosts differ on.
     */
    private static void appendEncoded(StringBuilder link, String path, int from) {
        for (int i = from; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '+') {
                link.append("%2B");
            } else {
                link.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
