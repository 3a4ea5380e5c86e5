package dev.threadmill.archive.render;

import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The file of all messages that came under one id, made while they are read one by one. One message
 * alone stays in the buffer; of several, no more than one stands in memory.
 */
final class RawFile {

    private final Buffers buffers;
    private final boolean several;
    private byte @Nullable [] before;

    RawFile(Buffers buffers, boolean several) throws IOException {
        this.buffers = buffers;
        this.several = several;
        buffers.copies.clear();
    }

    void add(byte[] message, long arrived) throws IOException {
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

    void giveTo(SiteSink sink, SitePath path) {
        if (several) {
            buffers.copies.giveTo(sink, path, PageKind.RAW);
        } else {
            sink.write(path, PageKind.RAW, buffers.mail.content());
        }
    }
}
