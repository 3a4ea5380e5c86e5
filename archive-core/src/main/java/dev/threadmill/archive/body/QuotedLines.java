package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/**
 * Finds out which lines a message quotes of another one. Blanks do not count, nor do lines so short
 * that anybody may have written them.
 */
public final class QuotedLines {

    /** Fewer letters and digits say nothing of where a line is from. */
    private static final int LEAST = 10;

    private QuotedLines() {}

    /**
     * The lines that somebody wrote, to be looked for in what others quote.
     *
     * @param hashes sorted
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    public record Own(long[] hashes) {

        boolean holds(long hash) {
            return Arrays.binarySearch(hashes, hash) >= 0;
        }
    }

    /** The lines of a message that it does not quote itself. */
    public static Own own(MessageContent content) {
        LongStream.Builder hashes = LongStream.builder();
        lines(
                content,
                (line, quoted) -> {
                    if (!quoted && isTelling(line)) {
                        hashes.add(hash(line));
                    }
                });
        return new Own(hashes.build().sorted().distinct().toArray());
    }

    /** How many of the lines that a message quotes are in one of these. */
    public static int count(MessageContent content, List<Own> others) {
        int[] found = new int[1];
        lines(
                content,
                (line, quoted) -> {
                    if (quoted && isTelling(line)) {
                        long hash = hash(line);
                        found[0] += others.stream().anyMatch(own -> own.holds(hash)) ? 1 : 0;
                    }
                });
        return found[0];
    }

    /** Hands on each line of its texts, without marks and blanks, and whether it is quoted. */
    private static void lines(MessageContent content, BiConsumer<String, Boolean> to) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text && text.type().equals("text/plain")) {
                String said =
                        text.flowed() ? Flowed.decode(text.text(), text.delSp()) : text.text();
                Text lines = new Text(said);
                for (Passage passage : Passages.of(lines, text.flowed())) {
                    lines(lines, passage, to);
                }
            }
        }
    }

    private static void lines(Text text, Passage passage, BiConsumer<String, Boolean> to) {
        boolean quoted = passage.kind() == Passage.Kind.QUOTE;
        if (passage.kind() == Passage.Kind.FOOTER) {
            return; // every message of the list has it
        }
        for (int line = passage.from(); line < passage.to(); line++) {
            to.accept(letters(text.substring(text.start(line), text.end(line))), quoted);
        }
    }

    private static String letters(String line) {
        StringBuilder letters = new StringBuilder(line.length());
        line.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean isTelling(String line) {
        return line.length() >= LEAST;
    }

    private static long hash(String line) {
        return Hash.of(line.getBytes(StandardCharsets.UTF_8)).high();
    }
}
