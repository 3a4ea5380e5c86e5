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

    /** By level. */
    private static final String[] QUOTES = new String[MOST_LEVELS + 1];

    static {
        for (int level = 1; level <= MOST_LEVELS; level++) {
            QUOTES[level] = "<span class=\"q q" + level + "\">";
        }
    }

    private final Text text;
    private final LinkWriter links;
    private final HtmlBuilder out;
    private final Diffstat diffstat;
    private boolean open;

    private PlainText(Text text, LinkWriter links, HtmlBuilder out, Diffstat diffstat) {
        this.text = text;
        this.links = links;
        this.out = out;
        this.diffstat = diffstat;
    }

    static void write(
            Text text,
            List<Passage> passages,
            List<Fold> folds,
            Diffstat diffstat,
            LinkWriter links,
            HtmlBuilder out) {
        new PlainText(text, links, out, diffstat).write(passages, folds);
    }

    private void write(List<Passage> passages, List<Fold> folds) {
        int next = 0;
        Fold fold = null;
        for (Passage passage : passages) {
            int line = passage.from();
            while (line < passage.to()) {
                if (fold == null && next < folds.size() && folds.get(next).from() == line) {
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
                piece(passage, line, to);
                line = to;
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
            // HTML drops the first newline of a pre
            boolean newline = span.isEmpty() && text.first(from) == '\n';
            out.markup(newline ? "<pre class=\"body\">\n" : "<pre class=\"body\">");
            open = true;
        }
        out.markup(span);
        boolean head = passage.kind() == Kind.HEAD;
        if ((head || passage.kind() == Kind.DIFFSTAT) && !diffstat.heads().isEmpty()) {
            files(from, to, head);
        } else {
            links.write(text.start(from), text.start(to));
        }
        out.markup(span.isEmpty() ? "" : "</span>");
    }

    private static String span(Passage passage) {
        return switch (passage.kind()) {
            case PROSE, CONTEXT, DIFFSTAT -> "";
            case QUOTE -> QUOTES[Math.min(passage.level(), MOST_LEVELS)];
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

    /** Writes lines that name files; each file's line of the diffstat and its patch are linked. */
    private void files(int from, int to, boolean head) {
        for (int line = from; line < to; line++) {
            int rest = text.start(line);
            Integer file = (head ? diffstat.heads() : diffstat.lines()).get(line);
            if (file != null) {
                int name = head ? rest : rest + 1; // a diffstat is indented
                text.writeTo(out, rest, name);
                rest = head ? text.find(' ', name, text.end(line)) : Diffstat.pathEnd(text, line);
                out.markup("<a id=\"").hole(new Anchor((head ? "Z" : "i") + file));
                out.markup("\" href=\"#").hole(new Anchor((head ? "i" : "Z") + file));
                out.markup("\">");
                text.writeTo(out, name, rest);
                out.markup("</a>");
            }
            links.write(rest, text.end(line));
        }
    }
}
