package dev.threadmill.archive.body;

import java.util.Locale;
import org.owasp.html.HtmlTextEscapingMode;

/**
 * The HTML of mail, written so that the sanitizer reads it as browsers do. No markup comes of it:
 * references get other digits, and the semicolon that they lack; of a comment its signs are left,
 * so that what stands before it and what stands behind it do not become one.
 *
 * <p>Goes through tags and literal text exactly as the sanitizer does, since what looks like a
 * comment there is none.
 */
final class HtmlSource {

    private static final String EMPTY_COMMENT = "<!---->";

    private final String html;
    private final StringBuilder out;

    /** Where the last sign stands that can end a comment; -1 without one. */
    private final int lastEnd;

    /** The open element that holds no markup, and how its content is read; else empty. */
    private String literal = "";

    private HtmlTextEscapingMode mode = HtmlTextEscapingMode.PCDATA;

    private HtmlSource(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() + 64);
        this.lastEnd = Math.max(html.lastIndexOf("-->"), html.lastIndexOf("--!>"));
    }

    static String asBrowsersReadIt(String html) {
        if (!html.contains("&#") && !html.contains("<!")) {
            return html;
        }
        HtmlSource source = new HtmlSource(html);
        int at = 0;
        while (at < html.length()) {
            at = html.charAt(at) == '<' ? source.markup(at) : source.text(at);
        }
        return source.out.toString();
    }

    /** Copies up to the next sign that could begin markup; returns where that is. */
    private int text(int from) {
        return copy(from, found(html.indexOf('<', from + 1), 0));
    }

    /** Copies the markup that begins here, or one character when it is none. */
    private int markup(int at) {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        if (next == '%') {
            return copy(at, found(html.indexOf("%>", at + 2), 2));
        }
        if (next == '/' && at + 2 < html.length() && Character.isLetter(html.charAt(at + 2))) {
            return endTag(at);
        }
        if (!literal.isEmpty()) {
            return copy(at, at + 1);
        }
        if (next == '!') {
            out.append(EMPTY_COMMENT);
            return commentEnd(at);
        }
        if (next == '?') {
            return copy(at, found(html.indexOf('>', at + 2), 1));
        }
        return isLetter(next) ? startTag(at) : copy(at, at + 1);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private int startTag(int at) {
        int nameEnd = nameEnd(at + 1);
        String name = html.substring(at + 1, nameEnd).toLowerCase(Locale.ROOT);
        int end = copy(at, tagEnd(nameEnd));
        if (HtmlTextEscapingMode.isTagFollowedByLiteralContent(name)) {
            literal = name;
            mode = HtmlTextEscapingMode.getModeForTag(name);
        }
        return end;
    }

    private int endTag(int at) {
        int nameEnd = nameEnd(at + 2);
        String name = html.substring(at + 2, nameEnd).toLowerCase(Locale.ROOT);
        boolean ends = name.equals(literal) && mode != HtmlTextEscapingMode.PLAIN_TEXT;
        if (!literal.isEmpty() && !ends) {
            return copy(at, nameEnd);
        }
        literal = "";
        mode = HtmlTextEscapingMode.PCDATA;
        return copy(at, tagEnd(nameEnd));
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < html.length()
                && "></".indexOf(html.charAt(end)) < 0
                && !Character.isWhitespace(html.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where a tag ends that goes on from here: at a sign that stands in no quoted value. */
    private int tagEnd(int from) {
        int at = from;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '"' || c == '\'') {
                at = found(html.indexOf(c, at + 1), 1);
            } else if (c == '/' || c == '=' || Character.isWhitespace(c)) {
                at++;
            } else {
                at = wordEnd(at);
            }
        }
        return at;
    }

    /** Where a name or an unquoted value ends; a quotation mark inside it quotes nothing. */
    private int wordEnd(int from) {
        int at = from + 1;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '>' || c == '=' || Character.isWhitespace(c)) {
                return at;
            }
            at++;
            if ((c == '"' || c == '\'') && at < html.length()) {
                char next = html.charAt(at);
                if (next == '>' || next == '/' || Character.isWhitespace(next)) {
                    return at;
                }
            }
        }
        return at;
    }

    /**
     * Where a comment or declaration ends (HTML Standard, markup declaration open state). One that
     * never does ended at the first {@code >} for the mail programs that such mail was made for.
     */
    private int commentEnd(int at) {
        int start = at + "<!".length();
        int dashes = start <= lastEnd && html.startsWith("--", start) ? start : -1;
        while (dashes >= 0) {
            int end = dashes + "--".length();
            if (html.startsWith(">", end)) {
                return end + 1;
            }
            if (html.startsWith("!>", end) && dashes > start + 1) {
                return end + 2;
            }
            dashes = html.indexOf("--", dashes + 1);
        }
        return found(html.indexOf('>', start), 1);
    }

    /** Behind what was found; the end of the text when it was not. */
    private int found(int at, int length) {
        return at < 0 ? html.length() : at + length;
    }

    /** Copies what may hold references; returns where that ends. */
    private int copy(int from, int to) {
        if (mode != HtmlTextEscapingMode.PCDATA && mode != HtmlTextEscapingMode.RCDATA) {
            out.append(html, from, to);
            return to;
        }
        int written = from;
        int at = from;
        while (at < to) {
            NumericReference found =
                    html.charAt(at) == '&' ? NumericReference.at(html, at, to) : null;
            if (found != null) {
                out.append(html, written, at);
                found.appendTo(out);
                written = found.end();
            }
            at = found != null ? written : at + 1;
        }
        out.append(html, written, to);
        return to;
    }
}
