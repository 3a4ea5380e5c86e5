package dev.threadmill.archive.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.Corpora;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people take away is the mail that came in. */
class DownloadsTest {

    @TempDir Path folder;

    /** The messages of a source as text, one character a byte, in its order. */
    private List<String> messages(Path mail) throws IOException {
        Scratch scratch =
                new Scratch() {
                    @Override
                    public Path store(String name, InputStream content) throws IOException {
                        Path file = Files.createTempFile(folder, "scratch", "");
                        Files.write(file, content.readAllBytes());
                        return file;
                    }

                    @Override
                    public Spool spool(String name) {
                        throw new UnsupportedOperationException("no source needs one");
                    }
                };
        List<String> messages = new ArrayList<>();
        try (MessageSource source = Sources.open(mail, "mail", scratch)) {
            source.read(
                    raw -> messages.add(new String(raw.bytes(), StandardCharsets.ISO_8859_1)),
                    problem -> {
                        throw new AssertionError(problem.toString());
                    });
        }
        return messages;
    }

    private static List<String> months(GeneratedSite site, String list) {
        return site.files().stream()
                .filter(f -> f.matches(list + "/\\d{4}-\\d{2}/mbox.gz"))
                .toList();
    }

    /** Tells the first that differs: all of them would be the whole list. */
    private static void assertSameMessages(Collection<String> actual, Collection<String> expected) {
        List<String> sorted = actual.stream().sorted().toList();
        List<String> wanted = expected.stream().sorted().toList();
        for (int i = 0; i < Math.min(sorted.size(), wanted.size()); i++) {
            assertThat(sorted.get(i)).isEqualTo(wanted.get(i));
        }
        assertThat(sorted).hasSameSizeAs(wanted);
    }

    @Test
    void aWholeListIsItsMonthsOneAfterTheOther() throws IOException {
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String month : months(site, "dev")) {
            joined.writeBytes(site.bytes(month));
        }
        assertThat(months(site, "dev")).hasSize(3);
        assertThat(site.bytes("dev/all.mbox.gz")).isEqualTo(joined.toByteArray());
    }

    @Test
    void itHoldsWhateverTheListHoldsByteForByte() throws IOException {
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        List<String> raw = new ArrayList<>();
        for (String file : site.files()) {
            if (file.startsWith("dev/") && file.endsWith("/raw")) {
                raw.addAll(messages(folder.resolve("site").resolve(file)));
            }
        }
        Path all = folder.resolve("site/dev/all.mbox.gz");
        assertThat(raw).hasSizeGreaterThan(50);
        assertSameMessages(messages(all), raw);
    }

    @Test
    void aRealListComesOutAsItWentIn() throws IOException {
        Path mail = Corpora.file("lists/ksummit.mbox.gz");
        GeneratedSite site = Sample.site(mail, folder);
        Set<String> expected = new HashSet<>(messages(mail));
        Path root = folder.resolve("site");
        assertSameMessages(messages(root.resolve("ksummit/all.mbox.gz")), expected);
        List<String> byMonth = new ArrayList<>();
        for (String month : months(site, "ksummit")) {
            byMonth.addAll(messages(root.resolve(month)));
        }
        assertSameMessages(byMonth, expected);
    }

    @Test
    void muttReadsTheSameMessagesOfTheSample() throws Exception {
        muttReadsTheSameMessages(Sample.MAIL, "dev");
    }

    @Test
    void muttReadsTheSameMessagesOfARealList() throws Exception {
        muttReadsTheSameMessages(Corpora.file("lists/ksummit.mbox.gz"), "ksummit");
    }

    private void muttReadsTheSameMessages(Path mail, String list) throws Exception {
        Tool.assumeInstalled("mutt", "script");
        Sample.site(mail, folder);
        Path gzip = folder.resolve("site").resolve(list).resolve("all.mbox.gz");
        Path mbox = folder.resolve("all.mbox");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            Files.copy(in, mbox);
        }
        Path copies = folder.resolve("copies");
        Files.writeString(folder.resolve("muttrc"), MUTT);
        String copyAll = "push \"T~A<enter><tag-prefix><copy-message>" + copies + "<enter>q\"";
        String mutt = "mutt -n -F muttrc -R -f all.mbox -e '" + copyAll + "'";
        Tool tool = new Tool(Files.createDirectory(folder.resolve("home")));
        tool.run(folder, "script", "--quiet", "--return", "--command", mutt, "/dev/null");
        List<String> copied = new ArrayList<>();
        try (Stream<Path> files = Files.walk(copies)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                copied.add(asMuttHasIt(text.replaceAll("(?m)^>(>*From )", "$1")));
            }
        }
        assertSameMessages(
                copied, messages(gzip).stream().map(DownloadsTest::asMuttHasIt).toList());
    }

    private static final String MUTT =
            """
            set folder=home mbox_type=Maildir quit=yes delete=no move=no wait_key=no
            set confirmappend=no confirmcreate=no
            """;

    /** Mutt counts anew how long a message is, and sees to the newline at its end. */
    private static String asMuttHasIt(String message) {
        int body = message.indexOf("\n\n") + 1;
        return message.substring(0, body).replaceAll("(?mi)^(Content-Length|Lines|Status):.*\n", "")
                + message.substring(body).stripTrailing();
    }
}
