package dev.threadmill.archive.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Mail that tries to do harm. What can be written down is a file among the resources of this
 * package (see the README there); {@link HostileSizes} makes the rest. A name says what it tries.
 */
final class HostileMail {

    /** The list that nearly all of it was sent to. */
    static final String LIST = "attack";

    private HostileMail() {}

    /** All messages by name, in the order of their names. */
    static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new TreeMap<>(written());
        all.putAll(HostileSizes.all());
        return all;
    }

    /** The messages that are files. */
    static Map<String, byte[]> written() throws IOException {
        Map<String, byte[]> written = new TreeMap<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            written.put(name.substring(0, name.length() - ".eml".length()), bytes(file));
        }
        return written;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files =
                Files.list(
                        Path.of(HostileMail.class.getResource("README.md").toURI()).getParent())) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /**
     * Writes it as a folder of lists: {@code list-*} as a list each, the others as one, and some of
     * them once more in an mbox, where the lines between messages attack as well.
     */
    static void write(Path folder) throws IOException {
        ByteArrayOutputStream mbox = new ByteArrayOutputStream();
        int copies = 0;
        for (Map.Entry<String, byte[]> message : all().entrySet()) {
            String name = message.getKey();
            Path list = folder.resolve(name.startsWith("list-") ? name : LIST);
            Files.createDirectories(list);
            Files.write(list.resolve(name + ".eml"), message.getValue());
            if (name.startsWith("thread-") || name.startsWith("header-subject-")) {
                String envelope = ENVELOPES.get(copies++ % ENVELOPES.size());
                mbox.write((envelope + "\n").getBytes(StandardCharsets.UTF_8));
                mbox.write(quoted(message.getValue()));
                mbox.write('\n');
            }
        }
        Files.write(folder.resolve("copies.mbox"), mbox.toByteArray());
    }

    private static final List<String> ENVELOPES =
            List.of(
                    "From mallory@example.org Fri Mar  1 10:00:00 2024",
                    "From <script>alert(1)</script>@example.org Fri Mar  1 10:00:00 2024",
                    "From ../../../x Fri Mar  1 10:00:00 2024",
                    "From \"><img_src=x:_onerror=alert(1)> Fri Mar  1 10:00:00 2024");

    private static byte[] quoted(byte[] message) {
        String latin1 = new String(message, StandardCharsets.ISO_8859_1);
        return latin1.replaceAll("(?m)^(>*From )", ">$1").getBytes(StandardCharsets.ISO_8859_1);
    }
}
