package dev.threadmill.archive.parse;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.threadmill.archive.source.RawMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Real mail outside the project, where the property {@code archive.corpora} names a folder. */
final class Corpora {

    private static final Pattern FROM_LINE =
            Pattern.compile("From .*\\d\\d:\\d\\d(?::\\d\\d)?.* \\d{4}.*");

    private Corpora() {}

    /** The folder; the test is skipped where there is none. */
    static Path folder() {
        String property = System.getProperty("archive.corpora", "");
        assumeTrue(
                !property.isBlank() && Files.isDirectory(Path.of(property)),
                "no real mail: set -Darchive.corpora to a folder that holds some");
        return Path.of(property);
    }

    static List<Path> mboxes() {
        Path folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".gz")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of an mbox, split simply: at a From line with a date after a blank line. */
    static TestSource read(Path mbox) throws IOException {
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(mbox), 1 << 16)) {
            bytes = in.readAllBytes();
        }
        TestSource source = new TestSource();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String fromLine = "";
        boolean blank = true;
        int line = 0;
        while (line < bytes.length) {
            int eol = line;
            while (eol < bytes.length && bytes[eol] != '\n') {
                eol++;
            }
            int next = Math.min(bytes.length, eol + 1);
            boolean from = blank && startsWith(bytes, line, "From ");
            String text =
                    from ? new String(bytes, line, eol - line, StandardCharsets.ISO_8859_1) : "";
            if (from && FROM_LINE.matcher(text).matches()) {
                if (message.size() > 0) {
                    source.add(message.toByteArray(), fromLine, RawMessage.UNKNOWN);
                    message.reset();
                }
                fromLine = text.substring(5);
            } else {
                boolean quoted = startsWith(bytes, line, ">From ");
                int start = quoted ? line + 1 : line;
                message.write(bytes, start, next - start);
            }
            blank = eol == line;
            line = next;
        }
        source.add(message.toByteArray(), fromLine, RawMessage.UNKNOWN);
        return source;
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
