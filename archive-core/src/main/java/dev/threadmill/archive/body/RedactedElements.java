package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Redaction;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the elements of a whole text and passes them on without what the policy does not show. An
 * address may have elements in its middle, so the words are read through them.
 */
final class RedactedElements implements Elements {

    private final Elements out;
    private final AddressPolicy addresses;
    private final List<Step> steps = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    /** What was called, to be called again. */
    private interface Step {
        void on(Elements out);
    }

    /** A text, at its place among all words. */
    private record Text(int from, int to) implements Step {
        @Override
        public void on(Elements out) {}
    }

    RedactedElements(Elements out, AddressPolicy addresses) {
        this.out = out;
        this.addresses = addresses;
    }

    @Override
    public void open(String name, String attributes) {
        apart(name);
        steps.add(to -> to.open(name, attributes));
    }

    @Override
    public void openCell(String name, String attributes, int columns, int rows) {
        apart(name);
        steps.add(to -> to.openCell(name, attributes, columns, rows));
    }

    @Override
    public void openLink(String target) {
        String url = addresses.url(target);
        steps.add(to -> to.openLink(url));
    }

    @Override
    public void close(String name) {
        apart(name);
        steps.add(to -> to.close(name));
    }

    @Override
    public void empty(String name) {
        apart(name);
        steps.add(to -> to.empty(name));
    }

    @Override
    public void image(String part, String description) {
        String shown = addresses.text(description);
        steps.add(to -> to.image(part, shown));
    }

    @Override
    public void text(String text) {
        steps.add(new Text(words.length(), words.length() + text.length()));
        words.append(text);
    }

    private void apart(String element) {
        if (OpenElements.endsWords(element)) {
            words.append('\n');
        }
    }

    @Override
    public void closeAll() {
        String all = words.toString();
        List<Redaction> redactions = addresses.redactions(all);
        int next = 0;
        for (Step step : steps) {
            if (step instanceof Text text) {
                StringBuilder shown = new StringBuilder();
                int from = text.from();
                while (next < redactions.size() && redactions.get(next).from() < text.to()) {
                    Redaction redaction = redactions.get(next);
                    if (redaction.from() >= text.from()) {
                        shown.append(all, from, redaction.from()).append(redaction.shown());
                    }
                    from = Math.max(from, Math.min(redaction.to(), text.to()));
                    if (redaction.to() > text.to()) {
                        break; // it goes on in the next text
                    }
                    next++;
                }
                if (from < text.to()) {
                    shown.append(all, from, text.to());
                }
                out.text(shown.toString());
            } else {
                step.on(out);
            }
        }
        out.closeAll();
    }
}
