package dev.threadmill.archive.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mboxes as a fuzzer thinks of them: any bytes are read to their end, and of messages that were
 * quoted as mboxrd wants it none is lost or changed.
 */
public final class MboxFuzz {

    private static final int BETWEEN = 0xff;
    private static final Path FILE = file();

    private MboxFuzz() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzz-", ".mbox");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An mbox as it is, and then its parts between bytes of 255 as messages. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        read(data);
        List<byte[]> messages = messages(data);
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            mbox.write("From a@example.org Mon Jan  1 10:00:00 2024\n".getBytes(latin1()));
            mbox.write(quoted(message));
            mbox.write('\n');
        }
        List<byte[]> again = read(mbox.toByteArray());
        if (again.size() != messages.size()) {
            throw new AssertionError(messages.size() + " messages became " + again.size());
        }
        for (int i = 0; i < again.size(); i++) {
            if (!Arrays.equals(messages.get(i), again.get(i))) {
                throw new AssertionError("message " + i + " has changed");
            }
        }
    }

    private static List<byte[]> messages(byte[] data) {
        List<byte[]> messages = new ArrayList<>();
        for (int from = 0; from < data.length; ) {
            int to = from;
            while (to < data.length && (data[to] & 0xff) != BETWEEN) {
                to++;
            }
            String text = "Subject: x\n\n" + new String(data, from, to - from, latin1());
            messages.add((text.endsWith("\n") ? text : text + "\n").getBytes(latin1()));
            from = to + 1;
        }
        return messages;
    }

    private static byte[] quoted(byte[] message) {
        StringBuilder quoted = new StringBuilder();
        for (String line : new String(message, latin1()).split("(?<=\n)", -1)) {
            quoted.append(line.replaceFirst("^>*", "").startsWith("From ") ? ">" : "").append(line);
        }
        return quoted.toString().getBytes(latin1());
    }

    private static java.nio.charset.Charset latin1() {
        return StandardCharsets.ISO_8859_1;
    }

    private static List<byte[]> read(byte[] bytes) throws IOException {
        Files.write(FILE, bytes);
        List<byte[]> messages = new ArrayList<>();
        TestScratch scratch = new TestScratch(FILE.getParent());
        try (MessageSource source = new MboxSource(new MailFile(FILE, "fuzz.mbox", scratch))) {
            Reading.of(source).messages().forEach(message -> messages.add(message.bytes()));
        }
        return messages;
    }
}
