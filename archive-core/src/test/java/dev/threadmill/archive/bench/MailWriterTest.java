package dev.threadmill.archive.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailWriterTest {

    private static final int MESSAGES = 3_000;
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([^>]+)>$");
    private static final Pattern PARENT = Pattern.compile("(?m)^In-Reply-To: <([^>]+)>$");
    private static final Pattern REFERENCES = Pattern.compile("(?m)^References:((?: <[^>]+>\n)+)");

    @TempDir private Path folder;

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        MailOptions options = MailOptions.of(300);
        assertThat(written(options)).isEqualTo(written(options));
        assertThat(written(options)).isNotEqualTo(written(options.withSeed(2)));
    }

    @Test
    void bytesAreTheSameOnEveryMachineAndForEver() throws IOException {
        assertThat(Hash.of(written(MailOptions.of(300))).toString())
                .isEqualTo("5079797c7b7531bcfcdc130a9c63e10b");
    }

    @Test
    void idsAreDistinctEvenUnderHugeThings() throws IOException {
        Mail mail = read(MailOptions.of(MESSAGES).withHugeThread(800).withHugeDay(900));
        assertThat(new HashSet<>(mail.ids)).hasSize(MESSAGES);
    }

    @Test
    void everyMessageIsSplitOffAgain() throws IOException {
        assertThat(read(MailOptions.of(MESSAGES)).messages).hasSize(MESSAGES);
    }

    @Test
    void messagesAreAsLongAsOnRealLists() throws IOException {
        List<Integer> sizes =
                read(MailOptions.of(MESSAGES)).messages.stream()
                        .map(String::length)
                        .sorted()
                        .toList();
        assertThat(sizes.get(MESSAGES / 10)).isBetween(3_000, 4_500);
        assertThat(sizes.get(MESSAGES / 2)).isBetween(5_500, 7_500);
        assertThat(sizes.get(MESSAGES * 9 / 10)).isBetween(11_000, 17_000);
        assertThat(sizes.get(MESSAGES * 99 / 100)).isBetween(22_000, 50_000);
        assertThat(sizes.stream().mapToInt(i -> i).average().orElse(0))
                .isBetween(7_000.0, 10_000.0);
    }

    @Test
    void threadsAreAsLargeAndDeepAsOnRealLists() throws IOException {
        Mail mail = read(MailOptions.of(MESSAGES));
        Map<String, Integer> threads = mail.threads();
        double mean = (double) MESSAGES / threads.size();
        assertThat(mean).isBetween(MailArrivals.MEAN_SIZE * 0.85, MailArrivals.MEAN_SIZE * 1.15);
        assertThat(
                        share(
                                threads.values().stream().filter(size -> size == 1).count(),
                                threads.size()))
                .isBetween(0.18, 0.34);
        assertThat(threads.values().stream().mapToInt(i -> i).max().orElse(0)).isBetween(40, 250);
        List<Integer> references =
                mail.messages.stream().map(MailWriterTest::references).sorted().toList();
        assertThat(references.get(MESSAGES / 2)).isBetween(1, 2);
        assertThat(references.get(MESSAGES * 9 / 10)).isBetween(4, 7);
        assertThat(references.get(MESSAGES - 1)).isBetween(11, 20);
    }

    @Test
    void formsAreAsFrequentAsOnRealLists() throws IOException {
        List<String> messages = read(MailOptions.of(MESSAGES)).messages;
        assertThat(having(messages, "(?m)^(diff --git|@@ -)")).isBetween(0.25, 0.42);
        assertThat(having(messages, "(?m)^>")).isBetween(0.5, 0.7);
        assertThat(having(messages, "Content-Type: multipart/")).isBetween(0.02, 0.05);
        assertThat(having(messages, "Content-Disposition: attachment")).isBetween(0.004, 0.02);
        assertThat(having(messages, "Encoding: quoted-printable")).isBetween(0.06, 0.12);
        assertThat(having(messages, "\nSubject:.*=\\?UTF-8\\?q\\?")).isBetween(0.002, 0.03);
        assertThat(having(messages, "(?m)^From ")).isBetween(0.02, 0.3);
    }

    @Test
    void crossPostsStandInSeveralListsAndCountOnce() throws IOException {
        List<Path> files = MailWriter.write(MailOptions.of(MESSAGES).withLists(4), folder);
        assertThat(files).hasSize(4);
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            Mail mail = read(file);
            assertThat(new HashSet<>(mail.ids)).hasSameSizeAs(mail.ids);
            all.addAll(mail.ids);
        }
        assertThat(new HashSet<>(all)).hasSize(MESSAGES);
        assertThat(share(all.size() - MESSAGES, MESSAGES)).isBetween(0.05, 0.25);
    }

    @Test
    void hugeThreadIsOneThread() throws IOException {
        Map<String, Integer> threads =
                read(MailOptions.of(MESSAGES).withHugeThread(1_000)).threads();
        assertThat(threads.values()).contains(1_000);
    }

    @Test
    void hugeDayIsOneDay() throws IOException {
        Map<String, Integer> days = new HashMap<>();
        for (String fromLine : read(MailOptions.of(MESSAGES).withHugeDay(1_000)).fromLines) {
            days.merge(fromLine.replaceAll(" \\d\\d:\\d\\d:\\d\\d ", " "), 1, Integer::sum);
        }
        assertThat(days.values()).anyMatch(count -> count >= 1_000);
    }

    @Test
    void hugeMessageHasTheWantedSize() throws IOException {
        List<String> messages = read(MailOptions.of(50).withHugeMessage(20_000_000)).messages;
        assertThat(messages).anyMatch(message -> message.length() > 20_000_000);
        assertThat(messages).hasSize(50);
    }

    private static byte[] written(MailOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MailWriter.write(options, out);
        return out.toByteArray();
    }

    private Mail read(MailOptions options) throws IOException {
        return read(MailWriter.write(options, folder).get(0));
    }

    private static Mail read(Path file) throws IOException {
        Mail mail = new Mail(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (MessageSource source = Sources.open(file, "mail", NO_SCRATCH)) {
            source.read(
                    message -> {
                        String text = new String(message.bytes(), ISO_8859_1);
                        mail.messages.add(text);
                        mail.ids.add(first(ID, text));
                        mail.fromLines.add(message.fromLine());
                    },
                    problem -> assertThat(problem).isNull());
        }
        return mail;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.substring(0, text.indexOf("\n\n")));
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int references(String message) {
        String references = first(REFERENCES, message);
        return (int) references.chars().filter(c -> c == '<').count();
    }

    private static double having(List<String> messages, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return share(
                messages.stream().filter(message -> compiled.matcher(message).find()).count(),
                messages.size());
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }

    private record Mail(List<String> messages, List<String> ids, List<String> fromLines) {

        /** The size of every thread, by the id on top. */
        Map<String, Integer> threads() {
            Map<String, String> parents = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                parents.put(ids.get(i), first(PARENT, messages.get(i)));
            }
            Map<String, Integer> sizes = new HashMap<>();
            for (String id : ids) {
                Set<String> up = new HashSet<>();
                String top = id;
                while (up.add(top) && !parents.getOrDefault(top, "").isEmpty()) {
                    top = parents.get(top);
                }
                sizes.merge(top, 1, Integer::sum);
            }
            return sizes;
        }
    }

    /** An mbox as it lies there needs no temporary files. */
    private static final Scratch NO_SCRATCH =
            new Scratch() {
                @Override
                public Path store(String name, InputStream content) {
                    throw new UnsupportedOperationException(name);
                }

                @Override
                public Spool spool(String name) {
                    throw new UnsupportedOperationException(name);
                }
            };
}
