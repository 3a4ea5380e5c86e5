package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the files out of messages. */
public final class Attachments {

    private final Links links;
    private final SiteSink sink;

    public Attachments(Links links, SiteSink sink) {
        this.links = links;
        this.sink = sink;
    }

    /**
     * Writes what a message holds, however deep other messages are nested in it.
     *
     * @param variant which of the list's messages of this id it is, from 0
     * @param found takes what is to be told of them
     * @return the addresses by part
     */
    public Map<String, SitePath> write(
            Message message, int variant, MessageContent content, List<AttachedFile> found) {
        Set<SitePath> written = new HashSet<>();
        return visit(
                message,
                variant,
                content,
                (attachment, path) -> {
                    if (written.add(path)) {
                        ByteBuffer bytes = ByteBuffer.wrap(attachment.bytes());
                        sink.write(path, PageKind.ATTACHMENT, bytes);
                        if (!isAlternative(attachment)) {
                            found.add(told(message, variant, attachment, path));
                        }
                    }
                });
    }

    /** HTML that a mail program sends beside the text is a file, but nobody attached it. */
    private static boolean isAlternative(Attachment attachment) {
        return attachment.name().isEmpty() && attachment.type().equals("text/html");
    }

    private AttachedFile told(Message message, int variant, Attachment attachment, SitePath path) {
        int folder = links.permalinks().message(message.list(), message.id()).value().length();
        return new AttachedFile(
                message.list(),
                message.id().value(),
                variant,
                path.value().substring(folder),
                attachment.name(),
                attachment.type(),
                attachment.bytes().length);
    }

    /** The addresses of what a message holds, by part; nothing is written. */
    public Map<String, SitePath> addresses(Message message, int variant, MessageContent content) {
        return visit(message, variant, content, (attachment, path) -> {});
    }

    private interface Visitor {
        void visit(Attachment attachment, SitePath path);
    }

    private Map<String, SitePath> visit(
            Message message, int variant, MessageContent content, Visitor visitor) {
        if (content.parts().stream().noneMatch(Attachments::mayHold)) {
            return Map.of();
        }
        Map<String, SitePath> files = new HashMap<>();
        for (Part part : content.allParts()) {
            if (part instanceof Attachment attachment) {
                SitePath path =
                        links.permalinks()
                                .attachment(message.list(), message.id(), variant, attachment);
                files.put(part.path(), path);
                visitor.visit(attachment, path);
            }
        }
        return files;
    }

    private static boolean mayHold(Part part) {
        return part instanceof Attachment || part instanceof NestedMessage;
    }
}
