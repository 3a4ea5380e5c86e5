package dev.threadmill.archive.render.frame;

import dev.threadmill.archive.body.HtmlStore;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What thread pages and feeds show of a message whose own page is done: little enough to be kept
 * for a long thread.
 *
 * @param variant which of the list's messages of this id it is, from 0
 * @param summary the first words of its author
 * @param files the addresses of its attachments by part
 * @param body its number in the {@link HtmlStore}
 */
public record Shown(
        Message message,
        int variant,
        String subject,
        String from,
        String to,
        String cc,
        String summary,
        List<String> warnings,
        Map<String, SitePath> files,
        int body) {

    /**
     * What is uncertain about it, on a page that has no room for its text.
     *
     * @param elsewhere what has the text
     */
    public List<String> warningsWithoutText(String elsewhere) {
        List<String> all = new ArrayList<>(warnings);
        all.add(
                "The text is not shown here, since this page is long already: "
                        + elsewhere
                        + " has it.");
        return all;
    }
}
