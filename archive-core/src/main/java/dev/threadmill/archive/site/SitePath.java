package dev.threadmill.archive.site;

/**
 * An address inside the site, from its root and without a leading slash: a file ({@code
 * dev/1@example.org/raw}), or a folder with a trailing slash ({@code dev/1@example.org/}) whose
 * page is its {@code index.html}. The root itself is empty.
 *
 * <p>It can neither leave the site nor name anything a file system would take for something else.
 */
public final class SitePath {

    private static final int LONGEST = 1024;

    /** What a path may hold besides letters and digits: by character, below 128. */
    private static final boolean[] ALLOWED = new boolean[128];

    static {
        for (char c = '!'; c < 0x7f; c++) {
            ALLOWED[c] = "\"*:<>?\\|%#`^{}[]/".indexOf(c) < 0;
        }
    }

    private final String value;

    /**
     * A path inside the site.
     *
     * @throws IllegalArgumentException when it leads elsewhere or is a name of no safe kind
     */
    public SitePath(String value) {
        this(value, 0);
    }

    /** A path whose beginning, up to {@code checked}, is one already. */
    private SitePath(String value, int checked) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("path of over " + LONGEST + " characters: " + value);
        }
        int start = checked;
        while (start < value.length()) {
            int slash = value.indexOf('/', start);
            int end = slash < 0 ? value.length() : slash;
            check(value, start, end);
            start = end + 1;
        }
        this.value = value;
    }

    public String value() {
        return value;
    }

    private static void check(String path, int start, int end) {
        boolean onlyDots = true;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c >= 128 || !ALLOWED[c]) {
                throw new IllegalArgumentException(
                        "character U+%04X in a path inside the site: '%s'"
                                .formatted((int) c, path));
            }
            onlyDots &= c == '.';
        }
        if (onlyDots && end - start <= 2) {
            throw new IllegalArgumentException("not a path inside the site: '" + path + "'");
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
        // Only the end of a path that is no folder could change what its last name means.
        return new SitePath(value + name, isFolder() ? value.length() : 0);
    }

    /**
     * The link from this page to {@code target}: relative, so that it works below any address. Not
     * yet escaped for HTML.
     */
    public String linkTo(SitePath target) {
        String from = value;
        String to = target.value;
        int common = 0;
        int shorter = Math.min(from.length(), to.length());
        for (int i = 0; i < shorter && from.charAt(i) == to.charAt(i); i++) {
            if (from.charAt(i) == '/') {
                common = i + 1;
            }
        }
        int up = 0;
        for (int i = from.indexOf('/', common); i >= 0; i = from.indexOf('/', i + 1)) {
            up++;
        }
        return (up == 0 ? "./" : "../".repeat(up)) + encoded(to.substring(common));
    }

    /** The address with its odd characters percent-encoded, to follow a site URL. */
    public String encoded() {
        return encoded(value);
    }

    /**
     * Everything a path may hold stands for itself in a link but {@code +}, which hosts differ on.
     */
    private static String encoded(String path) {
        return path.replace("+", "%2B");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SitePath path && path.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
