package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.render.template.View;

/** What a line of an overview says besides its date and author. */
public final class OverviewLines {

    private OverviewLines() {}

    /** The words of a subject that are said, and the mark for those that are not said again. */
    public record Said(String words, String ditto) {}

    /** A subject on single blanks without the {@code Re:} that replies add. */
    public static String withoutRe(String subject) {
        String text = subject.strip();
        while (text.regionMatches(true, 0, "Re:", 0, 3)) {
            text = text.substring(3).strip();
        }
        return text;
    }

    /**
     * What is said of a subject below a line of another: nothing when they are the same; the words
     * they do not end with, and a ditto mark for those they do; else all.
     */
    public static Said subject(String above, String subject) {
        if (subject.isEmpty() || subject.equals(above)) {
            return new Said("", "");
        }
        int i = subject.length();
        int j = above.length();
        int end = i;
        while (i > 0 && j > 0 && subject.charAt(i - 1) == above.charAt(j - 1)) {
            i--;
            j--;
            if (subject.charAt(i) == ' ') {
                end = i;
            }
        }
        if (j == 0 && i > 0 && subject.charAt(i - 1) == ' ') {
            end = i - 1;
        }
        if (i == 0 || end == subject.length()) {
            return new Said(subject, "");
        }
        return new Said(subject.substring(0, end), "\"");
    }

    /**
     * The line of a message of which nothing is shown.
     *
     * @param removed whether it was taken out of the archive
     */
    static View.Line ghost(int depth, String marks, boolean removed, String id, String href) {
        return new View.Line(depth, "", marks, false, true, removed, id, href, "", "", "", "");
    }

    /** The same line, leading to a place on its own page where there is one. */
    static View.Line anchored(View.Line line, String anchor) {
        return new View.Line(
                line.depth(),
                line.date(),
                line.marks(),
                line.here(),
                line.ghost(),
                line.removed(),
                line.id(),
                anchor.isEmpty() ? line.href() : anchor,
                line.subject(),
                line.same(),
                line.author(),
                line.list());
    }
}
