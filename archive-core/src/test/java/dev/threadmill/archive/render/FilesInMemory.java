package dev.threadmill.archive.render;

import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The files of a site that is small. */
final class FilesInMemory implements SiteSink {

    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    final Map<String, PageKind> kinds = new ConcurrentSkipListMap<>();

    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        kinds.put(path.file(), kind);
        if (files.put(path.file(), bytes) != null) {
            throw new IllegalStateException(path + " is written twice");
        }
    }

    @Override
    public void write(SitePath path, PageKind kind, LargeFile content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (out.size() != content.size()) {
            throw new IllegalStateException(path + " has not the size it says");
        }
        write(path, kind, ByteBuffer.wrap(out.toByteArray()));
    }

    @Override
    public LargeFile taken(SitePath path) {
        byte[] bytes = files.get(path.file());
        return new LargeFile() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }
}
