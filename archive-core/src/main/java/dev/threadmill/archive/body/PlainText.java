package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.Anchor;
import dev.threadmill.archive.body.Passage.Kind;
import java.util.List;

/**
 * Writes text in the columns it was written in: passages as spans inside {@code pre}, folded ones
 * as {@code details} between two of these.
 */
final class PlainText {

    static final int MOST_LEVELS = 6;

    private final String text;
    private final Links links;
    private final HtmlBuilder out;
    private final Diffstat diffstat;
    private boolean open;

    private PlainText(String text, Links links, HtmlBuilder out, Diffstat diffstat) {
        this.text = text;
        this.links = links;
        this.out = out;
        this.diffstat = diffstat;
    }

    static void write(
            String text,
            List<Passage> passages,
            List<Fold> folds,
            Diffstat diffstat,
            Links links,
            HtmlBuilder out) {
        new PlainText(text, links, out, diffstat).write(passages, folds);
    }

    private void write(List<Passage> passages, List<Fold> folds) {
        int next = 0;
        Fold fold = null;
        for (Passage passage : passages) {
            int from = passage.from();
            while (from < passage.to()) {
                if (fold == null && next < folds.size() && folds.get(next).from() == from) {
                    fold = folds.get(next);
                    next++;
                    open(fold);
                }
                int to = passage.to();
                if (fold != null) {
                    to = Math.min(to, fold.to());
                } else if (next < folds.size()) {
                    to = Math.min(to, folds.get(next).from());
                }
                piece(passage, from, to);
                from = to;
                if (fold != null && fold.to() == to) {
                    closePre();
                    out.markup("</details>");
                    fold = null;
                }
            }
        }
        closePre();
    }

    private void open(Fold fold) {
        closePre();
        if (fold.kind() == Kind.ARMOUR) {
            out.markup("<details class=\"pgp\"><summary>OpenPGP data</summary>");
        } else {
            out.markup("<details class=\"quote\"><summary>");
            out.text(fold.lines() + (fold.lines() == 1 ? " quoted line" : " quoted lines"));
            out.markup("</summary>");
        }
    }

    private void closePre() {
        if (open) {
            out.markup("</pre>");
            open = false;
        }
    }

    private void piece(Passage passage, int from, int to) {
        String span = span(passage);
        if (!open) {
            out.markup("<pre class=\"body\">");
            open = true;
            if (span.isEmpty() && text.charAt(from) == '\n') {
                out.markup("\n"); // HTML drops the first newline of a pre
            }
        }
        out.markup(span);
        if (passage.kind() == Kind.DIFFSTAT && !diffstat.lines().isEmpty()) {
            diffstat(from, to);
        } else if (passage.kind() == Kind.HEAD && !diffstat.heads().isEmpty()) {
            head(from, to);
        } else {
            links.write(from, to);
        }
        out.markup(span.isEmpty() ? "" : "</span>");
    }

    private static String span(Passage passage) {
        return switch (passage.kind()) {
            case PROSE, CONTEXT, DIFFSTAT -> "";
            case QUOTE -> "<span class=\"q q" + Math.min(passage.level(), MOST_LEVELS) + "\">";
            case ATTRIBUTION -> "<span class=\"attribution\">";
            case HEAD -> "<span class=\"head\">";
            case HUNK -> "<span class=\"hunk\">";
            case ADDED -> "<span class=\"add\">";
            case DELETED -> "<span class=\"del\">";
            case SIGNATURE -> "<span class=\"sig\">";
            case FOOTER -> "<span class=\"footer\">";
            case ARMOUR -> "<span class=\"pgp\">";
        };
    }

    private void diffstat(int from, int to) {
        for (int at = from, end; at < to; at = end) {
            end = Lines.end(text, at);
            Integer file = diffstat.lines().get(at);
            if (file == null) {
                links.write(at, end);
                continue;
            }
            int pathEnd = Diffstat.pathEnd(text, at, end);
            out.markup(" ");
            anchored("i" + file, "Z" + file, at + 1, pathEnd);
            links.write(pathEnd, end);
        }
    }

    private void head(int from, int to) {
        for (int at = from, end; at < to; at = end) {
            end = Lines.end(text, at);
            Integer file = diffstat.heads().get(at);
            int word = at;
            if (file != null) {
                word = text.indexOf(' ', at);
                anchored("Z" + file, "i" + file, at, word);
            }
            links.write(word, end);
        }
    }

    private void anchored(String id, String target, int from, int to) {
        out.markup("<a id=\"").hole(new Anchor(id)).markup("\" href=\"#");
        out.hole(new Anchor(target)).markup("\">").text(text.substring(from, to)).markup("</a>");
    }
}
