package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes the files out of messages. */
final class Attachments {

    private final Links links;
    private final Pages pages;

    Attachments(Links links, Pages pages) {
        this.links = links;
        this.pages = pages;
    }

    /**
     * Writes what a message holds, however deep other messages are nested in it.
     *
     * @param variant which of the list's messages of this id it is, from 0
     * @return the addresses by part
     */
    Map<String, SitePath> write(Message message, int variant, MessageContent content) {
        return visit(message, variant, content, true);
    }

    /** The addresses of what a message holds, by part; nothing is written. */
    Map<String, SitePath> addresses(Message message, int variant, MessageContent content) {
        return visit(message, variant, content, false);
    }

    private Map<String, SitePath> visit(
            Message message, int variant, MessageContent content, boolean write) {
        if (content.parts().stream().noneMatch(Attachments::mayHold)) {
            return Map.of();
        }
        Map<String, SitePath> files = new HashMap<>();
        Set<SitePath> written = new HashSet<>();
        Deque<Part> parts = new ArrayDeque<>(content.parts());
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            if (part instanceof NestedMessage nested) {
                nested.content().parts().forEach(parts::push);
            } else if (part instanceof Attachment attachment) {
                SitePath path =
                        links.permalinks.attachment(
                                message.list(), message.id(), variant, attachment);
                files.put(part.path(), path);
                if (write && written.add(path)) {
                    pages.write(path, PageKind.ATTACHMENT, ByteBuffer.wrap(attachment.bytes()));
                }
            }
        }
        return files;
    }

    private static boolean mayHold(Part part) {
        return part instanceof Attachment || part instanceof NestedMessage;
    }
}
