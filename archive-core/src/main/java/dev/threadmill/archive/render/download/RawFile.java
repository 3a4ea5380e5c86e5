package dev.threadmill.archive.render.download;

import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The file of all messages that came under one id, made while they are read one by one. One message
 * alone stays in the buffer; of several, no more than one stands in memory.
 */
public final class RawFile {

    private final MailBuffers buffers;
    private final boolean several;
    private byte @Nullable [] before;

    /**
     * Begins the file in the buffers, which hold no other until it is given on.
     *
     * @param several whether more than one message will be added
     */
    public RawFile(MailBuffers buffers, boolean several) throws IOException {
        this.buffers = buffers;
        this.several = several;
        buffers.copies.clear();
    }

    /**
     * Adds a message.
     *
     * @param arrived seconds since 1970
     */
    public void add(byte[] message, long arrived) throws IOException {
        buffers.mail.clear();
        if (before != null) {
            MboxWriter.separate(buffers.mail, before);
        }
        MboxWriter.append(buffers.mail, message, arrived);
        if (several) {
            buffers.mail.writeTo(buffers.copies);
        }
        before = message;
    }

    /** Writes it as a file of the site. */
    public void giveTo(SiteSink sink, SitePath path) {
        if (several) {
            buffers.copies.giveTo(sink, path, PageKind.RAW);
        } else {
            sink.write(path, PageKind.RAW, buffers.mail.content());
        }
    }
}
