package dev.threadmill.archive.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Invented language. A few words are frequent and most are rare, as in any other; lines break where
 * people who write to mailing lists break them.
 */
final class Words {

    private static final String[] STARTS = {
        "b", "br", "d", "dr", "f", "g", "gl", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s",
        "sk", "st", "t", "tr", "v", "w", "z", ""
    };
    private static final String[] MIDDLES = {"a", "e", "i", "o", "u", "ai", "ea", "ou"};
    private static final String[] ENDS = {"", "", "", "l", "m", "n", "r", "s", "t", "nd", "rk"};
    private static final String[] FAR = {"\u00e9", "\u00f8", "\u00fc", "\u00df", "\u0142"};
    private static final int COUNT = 4000;

    /** Letters outside of ASCII stand in every 50th of these. */
    private static final byte[][] FAR_WORDS = new byte[COUNT][];

    private static final byte[][] PLAIN_WORDS = new byte[COUNT][];

    static {
        Dice dice = new Dice(1789);
        for (int i = 0; i < COUNT; i++) {
            String word = invent(dice, i < 60 ? 1 : i < 800 ? 2 : 3);
            PLAIN_WORDS[i] = word.getBytes(StandardCharsets.UTF_8);
            FAR_WORDS[i] =
                    i % 50 == 49
                            ? (word + dice.pick(FAR)).getBytes(StandardCharsets.UTF_8)
                            : PLAIN_WORDS[i];
        }
    }

    private Words() {}

    /** A word of so many syllables. */
    static String invent(Dice dice, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(dice.pick(STARTS)).append(dice.pick(MIDDLES));
        }
        return word.append(dice.pick(ENDS)).toString();
    }

    /** A name with a capital letter. */
    static String name(Dice dice, int syllables) {
        String word = invent(dice, syllables);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static byte[] word(Dice dice, byte[][] words) {
        double share = dice.share();
        return words[(int) (share * share * share * COUNT)];
    }

    static byte[] word(Dice dice) {
        return word(dice, PLAIN_WORDS);
    }

    /** Words on one line, as a subject has them. */
    static String phrase(Dice dice, int words) {
        Text text = new Text();
        for (int i = 0; i < words; i++) {
            text.add(i == 0 ? "" : " ").add(word(dice));
        }
        return text.toString();
    }

    /**
     * Sentences in paragraphs, with now and then a link, a commit or a line that begins with {@code
     * From }.
     *
     * @param far whether some words have letters outside of ASCII
     */
    static void prose(Text out, Dice dice, int lines, boolean far) {
        byte[][] words = far ? FAR_WORDS : PLAIN_WORDS;
        boolean starts = true;
        int paragraph = 1 + dice.below(5);
        for (int line = 0; line < lines; line++) {
            if (paragraph == 0 && line < lines - 1) {
                out.add('\n');
                paragraph = 1 + dice.below(5);
                starts = true;
                continue;
            }
            paragraph--;
            if (dice.below(60) == 0) {
                special(out, dice);
                continue;
            }
            int begin = out.length();
            int width = paragraph == 0 || line == lines - 1 ? 8 + dice.below(50) : 64;
            while (out.length() - begin < width) {
                byte[] word = word(dice, words);
                if (out.length() > begin) {
                    out.add(' ');
                }
                if (starts && word[0] > 0) {
                    out.add(word[0] - 'a' + 'A').add(tail(word));
                } else {
                    out.add(word);
                }
                starts = dice.below(11) == 0;
                out.add(starts ? "." : dice.below(17) == 0 ? "," : "");
            }
            out.add(paragraph == 0 && !starts ? "." : "").add('\n');
        }
    }

    private static byte[] tail(byte[] word) {
        return Arrays.copyOfRange(word, 1, word.length);
    }

    private static void special(Text out, Dice dice) {
        switch (dice.below(6)) {
            case 0, 1 ->
                    out.add("https://www.example.org/")
                            .add(word(dice))
                            .add("/")
                            .hex(dice, 12)
                            .add(".html\n");
            case 2, 3 ->
                    out.add("commit ")
                            .hex(dice, 12)
                            .add(" (\"")
                            .add(word(dice))
                            .add(": ")
                            .line(phrase(dice, 5) + "\")");
            case 4 -> out.add("From ").line(phrase(dice, 8));
            default -> out.add("  * ").line(phrase(dice, 7));
        }
    }
}
