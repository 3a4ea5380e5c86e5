package dev.threadmill.archive.body;

import java.util.Arrays;

/**
 * A text that is laid out: its characters, and where its lines start. Made once for each text, so
 * that whoever reads it goes from line to line without looking for their ends again. Lines are
 * numbered from 0 and end after their newline; places are counted in characters.
 */
final class Text {

    private final String string;
    private final char[] characters;

    /** Where each line starts; the last one is where the text ends. */
    private final int[] starts;

    Text(String string) {
        this.string = string;
        this.characters = string.toCharArray();
        this.starts = starts(characters);
    }

    private static int[] starts(char[] characters) {
        int[] starts = new int[characters.length / 32 + 4];
        int lines = 0;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '\n' || i + 1 == characters.length) {
                lines++;
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines + 1);
    }

    int length() {
        return characters.length;
    }

    char at(int place) {
        return characters[place];
    }

    int codePointAt(int place) {
        return Character.codePointAt(characters, place);
    }

    int lines() {
        return starts.length - 1;
    }

    /** Where a line starts; where the text ends for the line after its last one. */
    int start(int line) {
        return starts[line];
    }

    /** Where a line ends, after its newline. */
    int end(int line) {
        return starts[line + 1];
    }

    char first(int line) {
        return characters[starts[line]];
    }

    /** The line that holds the character at {@code place}. */
    int lineAt(int place) {
        int line = Arrays.binarySearch(starts, place);
        return line < 0 ? -line - 2 : line;
    }

    /** Whether these words, at least one character, stand at {@code place}. */
    boolean startsWith(String words, int place) {
        return place < characters.length // nearly always their first character decides
                && characters[place] == words.charAt(0)
                && goesOn(words, place);
    }

    private boolean goesOn(String words, int place) {
        int length = words.length();
        if (length > characters.length - place) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (characters[place + i] != words.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line starts with these words; the line after the last one with none. */
    boolean lineStarts(int line, String words) {
        return startsWith(words, starts[line]);
    }

    boolean lineStartsWithAny(int line, String[] all) {
        int start = starts[line];
        for (String words : all) {
            if (startsWith(words, start)) {
                return true;
            }
        }
        return false;
    }

    /** Where a character stands next; {@code to} when it does not. */
    int find(char c, int from, int to) {
        int place = from;
        while (place < to && characters[place] != c) {
            place++;
        }
        return place;
    }

    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(characters[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isBlankLine(int line) {
        return isBlank(starts[line], starts[line + 1]);
    }

    String substring(int from, int to) {
        return string.substring(from, to);
    }

    void appendTo(StringBuilder out, int from, int to) {
        out.append(characters, from, to - from);
    }

    void writeTo(HtmlBuilder out, int from, int to) {
        out.text(characters, from, to);
    }

    /** All of it. */
    @Override
    public String toString() {
        return string;
    }
}
