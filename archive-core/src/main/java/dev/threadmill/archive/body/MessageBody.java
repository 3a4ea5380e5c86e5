package dev.threadmill.archive.body;

import dev.threadmill.archive.body.HtmlText.Image;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.NestedMessage;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.mail.Withheld;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the parts of one message, and of those inside it. */
final class MessageBody {

    /** Whoever has said nothing in so many characters says nothing. */
    private static final int ENOUGH = 1 << 20;

    /** Longer Markdown is shown as it was written: its tree would fill the memory. */
    private static final int LONGEST_MARKDOWN = 1 << 18;

    /** And where it has more of these, each of which is paired with all before it. */
    private static final int MOST_BRACKETS = 5_000;

    /** Text in which people write, quote and sign; what is not is a program's. */
    private static final Set<String> PROSE = Set.of("text/plain", "text/enriched", "text/richtext");

    /** Nobody quotes so often. */
    private static final int DEEPEST_QUOTE = 100;

    /** Larger files deserve a word in the report: hosts of sites have limits. */
    private static final int LARGE_FILE = 25_000_000;

    /** Messages inside messages: bounces and digests need two or three. */
    private static final int DEEPEST = 8;

    private final MessageId own;
    private final AddressPolicy addresses;
    private final LinkRules rules;
    private final HtmlBuilder out;

    /** Images that HTML has shown already, by their path. */
    private final Set<String> shown = new HashSet<>();

    /** What the report should say of how the message was laid out. */
    private final List<Problem> problems = new ArrayList<>();

    /** How many characters more the page may show. */
    private int textLeft;

    private int files;

    MessageBody(
            MessageId own,
            AddressPolicy addresses,
            LinkRules rules,
            int mostText,
            HtmlBuilder out) {
        this.textLeft = mostText;
        this.own = own;
        this.addresses = addresses;
        this.rules = rules;
        this.out = out;
    }

    void write(MessageContent content) {
        write(content, 0);
        if (out.isEmpty()) {
            out.markup("<p class=\"note\">This message has no text.</p>");
        }
    }

    /** What there is to report of the message, once it is written. */
    List<Problem> problems() {
        return problems;
    }

    private void write(MessageContent content, int depth) {
        Map<String, Image> images = images(content);
        long texts = content.parts().stream().filter(p -> p instanceof TextPart).count();
        boolean oneSpeaks = texts > 1 && content.parts().stream().anyMatch(MessageBody::speaks);
        String file = ""; // the file named last: its text may follow
        String before = "";
        for (Part part : content.parts()) {
            if (part instanceof TextPart text) {
                if (!text.text().isBlank()) {
                    if (!text.path().equals(file)) {
                        name(text);
                    }
                    text(text, oneSpeaks, images);
                }
            } else if (part instanceof Attachment attachment) {
                file = attachment.path();
                // Of signed mail the content stands before its file, and below it in number.
                boolean opened = before.startsWith(attachment.path() + ".");
                boolean above = opened || shown.contains(attachment.path());
                if (attachment.bytes().length > LARGE_FILE) {
                    int bytes = attachment.bytes().length;
                    String sentence = "part %s is a file of %s bytes; kept as it is";
                    problems.add(Problem.info(own, sentence.formatted(part.path(), bytes)));
                }
                AttachmentNotes.write(attachment, above, out);
            } else if (part instanceof Withheld withheld) {
                file = withheld.path();
                AttachmentNotes.write(withheld, out);
            } else if (part instanceof NestedMessage message) {
                nested(message.content(), texts == 0, depth + 1);
            }
            before = part.path();
        }
    }

    /** Whether a part holds words of the author, and not just a quote or a footer. */
    private static boolean speaks(Part part) {
        if (!(part instanceof TextPart text)) {
            return false;
        }
        if (!text.type().equals("text/plain")) {
            return true;
        }
        Text start = new Text(text.text().substring(0, Math.min(text.text().length(), ENOUGH)));
        return Passages.of(start, text.flowed()).stream().anyMatch(p -> p.isOwn(start));
    }

    private void name(TextPart part) {
        if (!part.name().isEmpty()) {
            out.markup("<p class=\"part\">[-- #").text(part.path()).markup(": ");
            out.text(part.name()).markup(" (").text(part.type());
            out.markup(") --]</p>");
        }
    }

    private void text(TextPart part, boolean oneSpeaks, Map<String, Image> images) {
        String text = part.text();
        if (part.guess() != null) {
            out.markup("<p class=\"note\">The character set of this text was guessed: ");
            out.text(part.guess().charset()).markup(".</p>");
        }
        int cut = 0;
        if (text.length() > textLeft) {
            cut = text.length() - textLeft;
            text = text.substring(0, textLeft);
        }
        textLeft -= text.length();
        write(part, text, oneSpeaks, images);
        if (cut > 0) {
            problems.add(
                    Problem.warning(
                            own,
                            "part %s has %s more characters than its page shows; the message as it came has them"
                                    .formatted(part.path(), cut)));
            out.markup("<p class=\"note\">").text(cut + " more characters are not shown here; ");
            out.markup("the message as it came has them.</p>");
        }
    }

    private void write(TextPart part, String text, boolean oneSpeaks, Map<String, Image> images) {
        String type = part.type();
        boolean markdown = type.equals("text/markdown") || type.equals("text/x-markdown");
        if (type.equals("text/html")) {
            HtmlBuilder html = new HtmlBuilder();
            HtmlText.write(text, images, shown, writer(html));
            elements("html", html);
        } else if (markdown && isReadable(text)) {
            HtmlBuilder html = new HtmlBuilder();
            MarkdownText.write(text, writer(html));
            elements("markdown", html);
        } else if (type.equals("text/enriched") || type.equals("text/richtext")) {
            plain(part, Enriched.decode(text, type.equals("text/richtext")), oneSpeaks);
        } else {
            boolean flowed = part.flowed() && type.equals("text/plain");
            plain(part, flowed ? Flowed.decode(text, part.delSp()) : text, oneSpeaks);
        }
    }

    private static boolean isReadable(String markdown) {
        return markdown.length() <= LONGEST_MARKDOWN
                && markdown.chars().filter(c -> c == '[').count() <= MOST_BRACKETS;
    }

    private Elements writer(HtmlBuilder html) {
        Elements writer = new ElementWriter(own, rules, html);
        return addresses.isOpen() ? writer : new RedactedElements(writer, addresses);
    }

    private void elements(String kind, HtmlBuilder html) {
        if (!html.isEmpty()) {
            out.markup("<div class=\"").markup(kind).markup("\">").append(html).markup("</div>");
        }
    }

    private void plain(TextPart part, String raw, boolean oneSpeaks) {
        Text text = new Text(raw.stripTrailing());
        if (text.length() == 0) {
            return;
        }
        List<Passage> passages;
        if (isPatch(part)) {
            passages = Passages.ofPatch(text);
        } else if (PROSE.contains(part.type())) {
            passages = Passages.of(text, part.flowed());
        } else {
            passages = List.of(new Passage(Passage.Kind.CONTEXT, 0, 0, text.lines()));
        }
        int deepest = passages.stream().mapToInt(Passage::level).max().orElse(0);
        if (deepest > DEEPEST_QUOTE) {
            String sentence = "part %s has a line quoted %s times; shown like one quoted %s times";
            problems.add(
                    Problem.info(
                            own, sentence.formatted(part.path(), deepest, PlainText.MOST_LEVELS)));
        }
        Diffstat diffstat = Diffstat.of(text, passages, files);
        files += diffstat.heads().size();
        List<Fold> folds = Fold.of(text, passages, oneSpeaks);
        out.expect(text.length());
        PlainText.write(
                text, passages, folds, diffstat, new LinkWriter(text, own, rules, out), out);
    }

    private static boolean isPatch(TextPart part) {
        String name = part.name().toLowerCase(Locale.ROOT);
        return part.type().equals("text/x-patch")
                || part.type().equals("text/x-diff")
                || (part.type().equals("text/plain")
                        && (name.endsWith(".patch") || name.endsWith(".diff")));
    }

    private void nested(MessageContent content, boolean alone, int depth) {
        if (depth > DEEPEST) {
            out.markup("<p class=\"note\">A message deeper inside is not shown here; ");
            out.markup("the message as it came has it.</p>");
            return;
        }
        out.markup("<details class=\"message\"");
        out.markup(alone ? " open=\"open\">" : ">");
        String subject = content.subject();
        String date = content.date();
        String from = content.from().isEmpty() ? "" : content.from().get(0).display();
        String about =
                Stream.of(subject, from, date)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", "));
        out.markup("<summary>Forwarded message: ").text(about);
        out.markup("</summary><pre class=\"headers\">");
        header("From", content.from());
        header("To", content.to());
        header("Cc", content.cc());
        header("Subject", subject);
        header("Date", date);
        out.markup("</pre>");
        write(content, depth);
        out.markup("</details>");
    }

    private void header(String name, List<Address> people) {
        header(name, people.stream().map(Address::full).collect(Collectors.joining(", ")));
    }

    private void header(String name, String value) {
        if (!value.isEmpty()) {
            out.markup(name).markup(": ").text(value).markup("\n");
        }
    }

    private Map<String, Image> images(MessageContent content) {
        Map<String, Image> images = new HashMap<>();
        for (Part part : content.parts()) {
            if (part instanceof Attachment file
                    && !file.contentId().isEmpty()
                    && AttachmentNotes.isImage(file)) {
                Image image = new Image(file.path(), file.name());
                images.putIfAbsent(file.contentId(), image);
            }
        }
        return images;
    }
}
