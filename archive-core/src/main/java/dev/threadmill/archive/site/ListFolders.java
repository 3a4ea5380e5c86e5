package dev.threadmill.archive.site;

import java.util.Locale;
import java.util.Set;

/** The folder of a list in the site. */
public final class ListFolders {

    private static final Set<String> TAKEN =
            Set.of(
                    "assets",
                    "search",
                    "index.html",
                    "404.html",
                    "robots.txt",
                    "sitemap.xml",
                    "opensearch.xml",
                    "new.atom",
                    "cname");

    private ListFolders() {}

    /**
     * The folder of the list of this name: lower case, with {@code -} for every character that not
     * every host and file system knows.
     *
     * @throws IllegalArgumentException when the site or a file system needs that name for itself
     */
    public static String of(String name) {
        StringBuilder folder = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (alphanumeric) {
                folder.append(c);
            } else if (!folder.isEmpty()) {
                folder.append("._-".indexOf(c) >= 0 ? c : '-');
            }
        }
        while (!folder.isEmpty() && folder.charAt(folder.length() - 1) == '.') {
            folder.setLength(folder.length() - 1);
        }
        String result = folder.toString();
        if (result.isEmpty() || isTaken(result) || MessagePaths.isDevice(result)) {
            throw new IllegalArgumentException(
                    "list name '"
                            + name
                            + "' cannot be a folder of the site; give the list another name");
        }
        return result;
    }

    private static boolean isTaken(String folder) {
        boolean sitemap = folder.startsWith("sitemap-") && folder.endsWith(".xml");
        return sitemap || TAKEN.contains(folder);
    }
}
