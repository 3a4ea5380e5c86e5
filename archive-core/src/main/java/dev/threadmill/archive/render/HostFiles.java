package dev.threadmill.archive.render;

import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The files that hosts and crawlers look for at the root of a site. */
final class HostFiles {

    private final SiteFacts facts;
    private final Pages pages;
    private final Sitemaps sitemaps;

    HostFiles(SiteFacts facts, Links links, Pages pages) {
        this.facts = facts;
        this.pages = pages;
        this.sitemaps = new Sitemaps(links, pages, facts);
    }

    void write(PageWriter buffer) {
        String robots = "User-agent: *\nAllow: /\n";
        if (!facts.base().isEmpty()) {
            sitemaps.write(buffer);
            robots += "\nSitemap: " + facts.base() + Permalinks.sitemap().encoded() + "\n";
        }
        write("robots.txt", robots);
        write(".nojekyll", "");
        if (!facts.cname().isEmpty()) {
            write("CNAME", facts.cname() + "\n");
        }
    }

    private void write(String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
        pages.write(Permalinks.hostFile(name), PageKind.ASSET, ByteBuffer.wrap(bytes));
    }
}
