package dev.threadmill.archive.body;

import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Puts a blank between the texts of a form, which browsers show in boxes: the sanitizer leaves out
 * the tags that part them, and the names of two countries would become one word.
 */
final class ApartFields implements HtmlStreamEventReceiver {

    private static final Set<String> FIELDS =
            Set.of(
                    "form",
                    "fieldset",
                    "legend",
                    "label",
                    "select",
                    "optgroup",
                    "option",
                    "button",
                    "input",
                    "textarea");

    private final HtmlStreamEventReceiver next;

    /** Whether a word stands last, and whether a field began or ended behind it. */
    private boolean word;

    private boolean apart;

    ApartFields(HtmlStreamEventReceiver next) {
        this.next = next;
    }

    @Override
    public void openDocument() {
        next.openDocument();
    }

    @Override
    public void closeDocument() {
        next.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        apart |= FIELDS.contains(name);
        next.openTag(name, attributes);
    }

    @Override
    public void closeTag(String name) {
        apart |= FIELDS.contains(name);
        next.closeTag(name);
    }

    @Override
    public void text(String text) {
        if (text.isBlank()) {
            word &= apart; // between fields the sanitizer may leave blanks out
            next.text(text);
            return;
        }
        boolean glued = word && apart && !isBlank(text, 0);
        next.text(glued ? " " + text : text);
        word = !isBlank(text, text.length() - 1);
        apart = false;
    }

    private static boolean isBlank(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
