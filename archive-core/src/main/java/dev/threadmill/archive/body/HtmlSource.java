package dev.threadmill.archive.body;

/**
 * The HTML of mail, written so that the sanitizer reads it as browsers do. No markup comes of it:
 * references get other digits, and the semicolon that they lack.
 */
final class HtmlSource {

    private final String html;
    private final StringBuilder out;

    private HtmlSource(String html) {
        this.html = html;
        this.out = new StringBuilder(html.length() + 64);
    }

    static String asBrowsersReadIt(String html) {
        if (!html.contains("&#")) {
            return html;
        }
        HtmlSource source = new HtmlSource(html);
        source.copy(0, html.length());
        return source.out.toString();
    }

    /** Copies what holds references. */
    private void copy(int from, int to) {
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
    }
}
