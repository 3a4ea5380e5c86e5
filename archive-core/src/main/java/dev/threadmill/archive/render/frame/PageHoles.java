package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.body.Html;
import dev.threadmill.archive.render.template.PageFormat;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.SitePath;
import java.io.IOException;
import java.util.Map;

/**
 * Fills the holes of a body for one page.
 *
 * @param base the address of the site, where links have to be absolute; else empty
 * @param list the list whose pages are preferred
 * @param prefix what makes the body's anchors unique on the page
 * @param files the addresses of the message's attachments by part
 * @param message where the message is shown: there leads what has no file
 */
public record PageHoles(
        Links links,
        SitePath page,
        String base,
        int list,
        String prefix,
        Map<String, SitePath> files,
        Links.Target message)
        implements Html.Holes {

    @Override
    public void linkTo(Appendable out, Html.LinkTo link) throws IOException {
        Links.Target target = links.find(list, link.id());
        if (target == null) {
            out.append(link.otherwise());
            return;
        }
        out.append("<a href=\"").append(PageFormat.escape(links.href(page, base, target)));
        out.append("\">").append(link.label()).append("</a>");
    }

    @Override
    public void attachment(Appendable out, Html.AttachmentLink link) throws IOException {
        SitePath file = files.get(link.part());
        Links.Target target = file == null ? message : new Links.Target(file);
        out.append(PageFormat.escape(links.href(page, base, target)));
    }

    @Override
    public void anchor(Appendable out, Html.Anchor anchor) throws IOException {
        out.append(prefix).append(anchor.name());
    }
}
