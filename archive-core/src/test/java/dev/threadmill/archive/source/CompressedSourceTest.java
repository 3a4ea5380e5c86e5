package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressedSourceTest {

    private static final String FROM = "From ann@example.org Thu Jan  1 00:00:00 2015\n";
    private static final String ONE = FROM + "Subject: a\n\none\n\n";
    private static final String TWO = FROM + "Subject: b\n\ntwo\n\n";

    @TempDir Path folder;

    private Reading read(byte[]... members) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] member : members) {
            file.write(member);
        }
        return Reading.of(Files.write(folder.resolve("dev.mbox.gz"), file.toByteArray()), folder);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    @Test
    void patchOfGitDoesNotSplitTheMessageThatItStandsIn() throws IOException {
        String patch = "From " + "0a".repeat(20) + " Mon Sep 17 00:00:00 2001\nSubject: a\n\n---\n";
        String message = "Subject: b\n\nTry this:\n\n" + patch;

        assertThat(read(gzip(message)).texts()).containsExactly(message);
    }

    @Test
    void originShowsTheFileAsConfiguredAndPointsIntoItsContent() throws IOException {
        Reading read = read(gzip(ONE + TWO));

        assertThat(read.texts()).containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
        assertThat(read.origins()).containsExactly("dev.mbox.gz:46", "dev.mbox.gz:109");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void membersAreReadOneAfterTheOther() throws IOException {
        byte[] named = gzip(ONE);
        named[3] = 4 | 8 | 16 | 2;
        byte[] fields = "\4\0abcdname\0comment\0xx".getBytes(StandardCharsets.US_ASCII);
        byte[] header = Arrays.copyOf(named, 10);
        byte[] rest = Arrays.copyOfRange(named, 10, named.length);

        assertThat(read(header, fields, rest, gzip(TWO), new byte[512]).texts())
                .containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
        assertThat(read(gzip(ONE), gzip(TWO), new byte[512]).problems()).isEmpty();
    }

    @Test
    void fileThatHoldsTooMuchIsReadAsFarAsIsAllowed() throws IOException {
        byte[] bomb = gzip(ONE + TWO + FROM + "Subject: c\n\n" + "0".repeat(10 << 20));
        Path file = Files.write(folder.resolve("dev.mbox.gz"), bomb);
        ReadingOptions options = new ReadingOptions(MboxForm.MBOXRD, 1000);
        Path spool = Files.createDirectory(folder.resolve("spool"));
        Reading read;

        try (MessageSource source =
                Sources.open(file, "dev.mbox.gz", new TestScratch(spool), options)) {
            read = Reading.of(source);
        }

        assertThat(read.texts()).hasSize(3).startsWith("Subject: a\n\none\n");
        assertThat(read.complaints())
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR dev.mbox.gz:1000: the compressed file holds more than 1000 bytes")
                .contains("archive.inflateLimit");
        try (Stream<Path> files = Files.list(spool)) {
            assertThat(files).isNotEmpty().allMatch(inflated -> inflated.toFile().length() == 1000);
        }
    }

    @Test
    void fileMayHoldExactlyWhatIsAllowed() throws IOException {
        String mail = ONE + TWO;
        for (int less = 0; less < 2; less++) {
            Path file = Files.write(folder.resolve("dev" + less + ".mbox.gz"), gzip(mail));
            ReadingOptions options = new ReadingOptions(MboxForm.MBOXRD, mail.length() - less);
            try (MessageSource source =
                    Sources.open(file, "dev.mbox.gz", new TestScratch(folder), options)) {
                assertThat(Reading.of(source).problems()).hasSize(less);
            }
        }
    }

    @Test
    void limitGrowsWithTheFile() {
        assertThat(ReadingOptions.DEFAULT.mostInflated(10)).isEqualTo(1L << 30);
        assertThat(ReadingOptions.DEFAULT.mostInflated(1L << 30)).isEqualTo(50L << 30);
        assertThat(new ReadingOptions(MboxForm.MBOXRD, 7).mostInflated(1L << 30)).isEqualTo(7);
    }

    @Test
    void singleMessageMayBeCompressed() throws IOException {
        assertThat(read(gzip("Subject: a\n\none\n")).texts())
                .containsExactly("Subject: a\n\none\n");
    }

    @Test
    void xzIsReadLikeGzip() throws IOException {
        byte[] one = xz(ONE);

        assertThat(read(one, xz(TWO)).texts())
                .containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");

        // A chunk of xz is all or nothing; it holds 64 KB of compressed bytes.
        byte[] two = xz(TWO + noise(300_000));
        Reading damaged = read(one, Arrays.copyOf(two, two.length - 1000));
        assertThat(damaged.texts()).hasSize(3).contains("Subject: b\n\ntwo\n");
        assertThat(damaged.complaints()).hasSize(1);
        assertThat(damaged.complaints().get(0)).startsWith("ERROR").contains("'xz -t' tests it");
    }

    private static byte[] xz(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(bytes, new LZMA2Options())) {
            xz.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    @Test
    void truncatedFileGivesWhatIsReadableAndAnError() throws IOException {
        byte[] whole = gzip(ONE + TWO + noise(3000));

        Reading read = read(Arrays.copyOf(whole, whole.length - 100));

        assertThat(read.texts().subList(0, 2))
                .containsExactly("Subject: a\n\none\n", "Subject: b\n\ntwo\n");
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0))
                .matches(
                        "ERROR dev.mbox.gz:\\d+: the compressed file is damaged near its byte "
                                + (whole.length - 100)
                                + " \\('the file ends within compressed data'\\); its content"
                                + " was read up to here, mail behind is missing: get the file"
                                + " again \\('gzip -t' tests it\\)");
    }

    @Test
    void damagedFileGivesAllThatStandsBeforeTheDamage() throws IOException {
        byte[] file = gzip(ONE + TWO + noise(3000) + "\n\n" + ONE);
        byte[] end = Arrays.copyOfRange(file, file.length - 8, file.length);
        Arrays.fill(end, (byte) 1);

        Reading read = read(Arrays.copyOf(file, file.length - 8), end);

        assertThat(read.texts()).hasSize(4);
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0)).contains("ERROR", "the checksum does not agree");
    }

    @Test
    void damageBetweenMembersIsNotTheEnd() throws IOException {
        byte[] second = gzip(TWO);
        second[1] = 0;

        Reading read = read(gzip(ONE), second);

        assertThat(read.texts()).containsExactly("Subject: a\n\none\n");
        assertThat(read.complaints()).hasSize(1);
        assertThat(read.complaints().get(0)).contains("ERROR", "no gzip member begins here");
    }

    @Test
    void flippedBitIsFound() throws IOException {
        byte[] file = gzip(ONE + TWO + noise(3000));
        for (int at = 200; at < file.length; at += 97) {
            byte[] flipped = file.clone();
            flipped[at] ^= 8;

            Reading read = read(flipped);

            assertThat(read.texts()).startsWith("Subject: a\n\none\n");
            assertThat(read.complaints()).hasSize(1);
        }
    }

    private static String noise(int length) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder(FROM + "Subject: noise\n\n");
        for (int i = 0; i < length; i++) {
            text.append((char) (' ' + random.nextInt(90)));
        }
        return text.toString();
    }
}
