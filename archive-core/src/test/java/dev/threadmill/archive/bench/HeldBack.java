package dev.threadmill.archive.bench;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** An mbox whose last messages arrive later. */
record HeldBack(Path whole, Path copy, long cut) {

    /** Copies all but the last {@code messages} messages of an mbox into {@code folder}. */
    static HeldBack of(Path mbox, int messages, Path folder) throws IOException {
        List<Long> offsets = new ArrayList<>();
        try (MessageSource source = Sources.open(mbox, "mail", GeneratedMail.scratch(folder))) {
            source.read(
                    message -> offsets.add(((Origin.Slice) message.origin()).offset()),
                    problem -> {});
        }
        if (offsets.size() <= messages) {
            throw new IllegalArgumentException(
                    "%s: --append=%d leaves none of its %d messages; hold back fewer"
                            .formatted(mbox.getFileName(), messages, offsets.size()));
        }
        long cut = fromLine(mbox, offsets.get(offsets.size() - messages));
        Path copy = folder.resolve(mbox.getFileName());
        HeldBack held = new HeldBack(mbox, copy, cut);
        held.copy(0, cut);
        return held;
    }

    /** Lets the messages that were held back arrive. */
    void append() throws IOException {
        copy(cut, Files.size(whole));
    }

    private void copy(long from, long to) throws IOException {
        try (FileChannel in = FileChannel.open(whole);
                FileChannel out =
                        FileChannel.open(
                                copy,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.APPEND)) {
            for (long at = from; at < to; ) {
                at += in.transferTo(at, to - at, out);
            }
        }
    }

    /** Where the From line begins of the message whose header begins at {@code offset}. */
    private static long fromLine(Path mbox, long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(mbox.toFile(), "r")) {
            int before = (int) Math.min(offset, 1000);
            byte[] bytes = new byte[before + 5];
            file.seek(offset - before);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.endsWith("From ")) {
                return offset;
            }
            return offset - before + text.lastIndexOf("From ", before);
        }
    }
}
