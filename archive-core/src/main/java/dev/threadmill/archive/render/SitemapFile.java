package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.render.template.PageFormat;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.util.List;

/** One kind of addresses, in as many files as the protocol's limits ask for. */
final class SitemapFile {

    /** What sitemaps.org allows a file to hold. */
    static final int MOST_ADDRESSES = 50_000;

    private static final int MOST_BYTES = 50 << 20;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String END = "</urlset>\n";

    private final String base;
    private final String name;
    private final Pages pages;
    private final PageWriter buffer;
    private final List<Part> parts;
    private int number;
    private int count;
    private long latest;

    /** A file that was written, and the newest arrival in it. */
    record Part(SitePath file, long latest) {}

    /**
     * Begins the first file.
     *
     * @param parts takes what was written
     */
    SitemapFile(String base, String name, Pages pages, PageWriter buffer, List<Part> parts) {
        this.base = base;
        this.name = name;
        this.pages = pages;
        this.buffer = buffer;
        this.parts = parts;
        begin();
    }

    private void begin() {
        count = 0;
        latest = Long.MIN_VALUE;
        buffer.clear();
        buffer.write(XML + "<urlset xmlns=\"" + NAMESPACE + "\">\n");
    }

    void add(SitePath page, long arrived) {
        String entry = entry("url", base, page, arrived);
        boolean full = buffer.length() + entry.length() + END.length() > MOST_BYTES;
        if (count == MOST_ADDRESSES || full) {
            end();
            begin();
        }
        buffer.write(entry);
        count++;
        latest = Math.max(latest, arrived);
    }

    /** Writes the last file, unless it is empty. */
    void end() {
        if (count == 0) {
            return;
        }
        buffer.write(END);
        number++;
        SitePath file = Permalinks.sitemap(name, number);
        pages.write(file, PageKind.ASSET, buffer.content());
        parts.add(new Part(file, latest));
    }

    /** Makes the index of all files. */
    static void index(String base, List<Part> parts, PageWriter buffer) {
        buffer.clear();
        buffer.write(XML + "<sitemapindex xmlns=\"" + NAMESPACE + "\">\n");
        parts.forEach(part -> buffer.write(entry("sitemap", base, part.file(), part.latest())));
        buffer.write("</sitemapindex>\n");
    }

    private static String entry(String element, String base, SitePath page, long arrived) {
        return "<"
                + element
                + "><loc>"
                + PageFormat.escape(base + page.encoded())
                + "</loc><lastmod>"
                + Dates.iso(arrived)
                + "</lastmod></"
                + element
                + ">\n";
    }
}
