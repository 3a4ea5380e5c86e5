package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.render.frame.Heads;
import dev.threadmill.archive.render.frame.LookupForms;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.template.Assets;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.Page;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.Permalinks;
import dev.threadmill.archive.site.SitePath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Writes the page for addresses that lead nowhere. Hosts show it at any depth, so it links by the
 * path of the site's address, and brings its style along.
 */
final class NotFoundPage {

    private final Pages pages;
    private final Heads heads;
    private final LookupForms forms;
    private final SiteFacts facts;
    private final Assets assets;

    NotFoundPage(Pages pages, Heads heads, LookupForms forms, SiteFacts facts, Assets assets) {
        this.pages = pages;
        this.heads = heads;
        this.forms = forms;
        this.facts = facts;
        this.assets = assets;
    }

    void write(PageWriter buffer) {
        String style =
                new String(assets.read("not-found.css"), StandardCharsets.UTF_8)
                        .replace("\r\n", "\n"); // as the browser that checks the hash sees it
        byte[] hash = Hash.sha256().digest(style.getBytes(StandardCharsets.UTF_8));
        SitePath page = Permalinks.notFound();
        Page.NotFound view =
                new Page.NotFound(
                        heads.aside(page, "Not found"),
                        facts.basePath(),
                        forms.notFound(facts.basePath().isEmpty() ? "/" : facts.basePath()),
                        "sha256-" + Base64.getEncoder().encodeToString(hash),
                        Markup.of(style));
        pages.write(page, PageKind.ASSET, view, buffer);
    }
}
