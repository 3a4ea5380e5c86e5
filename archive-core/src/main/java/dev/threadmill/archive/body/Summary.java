package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.LinkTo;
import java.util.Set;

/**
 * The first words of a body: what its author says, without quotes, signature, footer and patch, on
 * one line. Reads the markup of this package, so that it knows every kind of text that is shown.
 */
final class Summary {

    private static final int LONGEST = 200;

    /** A cut may take so much of it back to end with a word. */
    private static final int LONGEST_WORD = 60;

    /** Whoever has said nothing in so much markup says nothing. */
    private static final int ENOUGH = 1 << 20;

    /** Where the patch begins, the words end. */
    private static final Set<String> PATCH = Set.of("head", "hunk", "add", "del");

    private static final Set<String> NOT_OWN =
            Set.of("q", "attribution", "sig", "footer", "pgp", "note", "part", "attachment");

    /** A few more than are shown tell that there are more. */
    private final char[] words = new char[LONGEST + 8];

    private int length;

    /** The name of the element that is left out, and how many of that name are open. */
    private String leftOut = "";

    private int depth;

    /** A tag that a hole parts in two is read on in the next run: its rest is no text. */
    private boolean inTag;

    private boolean done;

    static String of(Html html) {
        Summary summary = new Summary();
        int from = 0;
        for (int i = 0; i < html.holes.length && from < ENOUGH && !summary.done; i++) {
            summary.read(html.run(from, html.places[i]));
            from = html.places[i];
            if (html.holes[i] instanceof LinkTo link && !summary.done) {
                summary.read(link.label());
            }
        }
        if (!summary.done && from < ENOUGH) {
            summary.read(html.run(from, Math.min(html.runs.length, ENOUGH)));
        }
        return summary.cut();
    }

    private void read(String run) {
        char[] markup = run.toCharArray();
        int to = markup.length;
        int at = 0;
        while (at < to && !done) {
            char c = markup[at];
            if (inTag) {
                at = find('>', markup, at, to);
                inTag = at == to;
                at += inTag ? 0 : 1;
            } else if (c == '<') {
                tag(markup, at, to);
                inTag = true;
            } else if (depth > 0) {
                at = find('<', markup, at, to);
            } else if (c == '\n' && stands("\n---\n", markup, at)) {
                done = true; // below it stands what is no part of a commit's message
            } else {
                at = character(markup, at);
            }
        }
    }

    /** Where the next such character stands, or {@code to}. */
    private static int find(char c, char[] markup, int from, int to) {
        int at = from;
        while (at < to && markup[at] != c) {
            at++;
        }
        return at;
    }

    private static boolean stands(String words, char[] markup, int at) {
        int length = words.length();
        if (length > markup.length - at) {
            return false;
        }
        int same = 0;
        while (same < length && markup[at + same] == words.charAt(same)) {
            same++;
        }
        return same == length;
    }

    private int character(char[] markup, int at) {
        char c = markup[at];
        int next = at + 1;
        if (c == '&') {
            int end = find(';', markup, at, markup.length);
            c = entity(new String(markup, at + 1, end - at - 1));
            next = end + 1;
        }
        boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
        if (blank) {
            space();
        } else {
            words[length] = c;
            length++;
        }
        done |= length > LONGEST + 1;
        return next;
    }

    private void space() {
        if (length > 0 && words[length - 1] != ' ') {
            words[length] = ' ';
            length++;
        }
    }

    private static char entity(String name) {
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "#39", "apos" -> '\'';
            default -> ' ';
        };
    }

    /** Takes note of an element that opens or closes. */
    private void tag(char[] markup, int at, int to) {
        boolean closes = stands("</", markup, at);
        int start = closes ? at + 2 : at + 1;
        int end = start;
        while (end < to && Character.isLetterOrDigit(markup[end])) {
            end++;
        }
        String name = new String(markup, start, end - start);
        if (depth > 0) {
            boolean same = name.equals(leftOut);
            depth += same ? (closes ? -1 : 1) : 0;
            return;
        }
        if (OpenElements.endsWords(name)) {
            space();
        }
        String kind = stands(" class=\"", markup, end) ? firstClass(markup, end + 8) : "";
        if (closes) {
            return;
        }
        if (PATCH.contains(kind) && length > 0) {
            done = true;
        } else if (PATCH.contains(kind)
                || NOT_OWN.contains(kind)
                || name.equals("details")
                || name.equals("blockquote")) {
            leftOut = name;
            depth = 1;
        }
    }

    private static String firstClass(char[] markup, int from) {
        int end = from;
        while (end < markup.length && Character.isLetterOrDigit(markup[end])) {
            end++;
        }
        return new String(markup, from, end - from);
    }

    private String cut() {
        String text = new String(words, 0, length).strip();
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST - 1);
        if (end < LONGEST - LONGEST_WORD) {
            end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
