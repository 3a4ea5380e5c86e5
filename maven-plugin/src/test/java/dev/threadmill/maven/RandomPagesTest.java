package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTML mail of any elements in any order, whose pages are HTML as the standard has it. */
class RandomPagesTest {

    private static final int MESSAGES = 30;
    private static final int TEXTS = 40;

    private static final List<String> BLOCKS =
            words("p div pre blockquote center address ul ol li dl dt dd h1 h2 h5 h6");
    private static final List<String> INLINE =
            words("b i em strong u s sub sup tt code q small abbr font span a");
    private static final List<String> TABLE =
            words("table caption thead tbody tfoot tr td th td th");
    private static final List<String> EMPTY = words("br hr wbr img");

    @TempDir Path folder;

    @Test
    void areValidHtml() throws Exception {
        Random random = new Random(1);
        Path mail = Files.createDirectory(folder.resolve("dev"));
        for (int i = 0; i < MESSAGES; i++) {
            Files.writeString(mail.resolve(i + ".eml"), message(i, random));
        }
        ArchiveGenerator.builder()
                .source(mail)
                .siteUrl(Choices.siteUrl("https://example.org/"))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
        List<Path> pages = Validator.pages(folder.resolve("site"));
        assertThat(pages).hasSizeGreaterThan(MESSAGES);
        assertThat(Validator.errors(pages)).isEmpty();
    }

    private static List<String> words(String words) {
        return List.of(words.split(" ", -1));
    }

    /** Each text is a part, so that what one leaves open does not reach into the next. */
    private static String message(int number, Random random) {
        StringBuilder message = new StringBuilder();
        message.append("From: Ann Author <ann@example.org>\nSubject: Elements ").append(number);
        message.append("\nMessage-ID: <").append(number).append("@example.org>\n");
        message.append("Date: Mon, 1 Jan 2024 10:00:00 +0000\nMIME-Version: 1.0\n");
        message.append("Content-Type: multipart/mixed; boundary=next\n\n");
        for (int i = 0; i < TEXTS; i++) {
            message.append("--next\nContent-Type: text/html; charset=us-ascii\n\n");
            message.append(text(random)).append('\n');
        }
        return message.append("--next--\n").toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("some ");
        Deque<String> open = new ArrayDeque<>();
        for (int i = random.nextInt(30); i >= 0; i--) {
            switch (random.nextInt(12)) {
                case 0, 1 -> text.append("word").append(i).append(' ');
                case 2 -> text.append('\n');
                case 3 -> text.append('<').append(any(EMPTY, random)).append('>');
                case 4, 5 -> text.append(open.isEmpty() ? "x" : "</" + open.pop() + ">");
                case 6 -> text.append("</").append(any(BLOCKS, random)).append('>');
                case 7, 8 -> open(any(TABLE, random), text, open, random);
                case 9 -> open(any(INLINE, random), text, open, random);
                default -> open(any(BLOCKS, random), text, open, random);
            }
        }
        return text.toString();
    }

    private static void open(String name, StringBuilder text, Deque<String> open, Random random) {
        text.append('<').append(name);
        if (name.equals("a")) {
            text.append(" href='https://example.org/'");
        } else if (name.equals("td") || name.equals("th")) {
            text.append(" colspan=").append(1 + random.nextInt(3));
            text.append(" rowspan=").append(1 + random.nextInt(3));
        }
        text.append('>');
        open.push(name);
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }
}
