package dev.threadmill.archive.parse.mime;

import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.parse.decode.Charsets;
import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.HtmlCharset;
import dev.threadmill.archive.parse.decode.TextDecoder;
import dev.threadmill.archive.parse.decode.Uuencode;
import dev.threadmill.archive.parse.header.ContentHeader;
import dev.threadmill.archive.parse.header.Findings;
import dev.threadmill.archive.parse.header.HeaderCharset;
import dev.threadmill.archive.parse.header.HeaderText;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides for each leaf whether it is shown, offered as a file, or both: text that came as a file
 * is both, and so are patches whatever they are called; other files, and the versions that lost to
 * a better one, are offered only. Parts without a name and with nothing to be seen are left out.
 */
final class LeafParts {

    /** A longer file is offered only. */
    private static final int MOST_SHOWN = 1 << 20;

    private static final Set<String> PATCHES =
            Set.of(
                    "text/x-patch",
                    "text/x-diff",
                    "text/patch",
                    "text/diff",
                    "text/x-git-patch",
                    "application/x-patch",
                    "application/x-diff",
                    "application/x-git-patch");

    /** What a program says of a message: text, whatever its type is called. */
    private static final Set<String> REPORTS =
            Set.of(
                    "message/delivery-status",
                    "message/disposition-notification",
                    "message/feedback-report",
                    "text/rfc822-headers");

    /** Text that programs read, not people. */
    private static final Set<String> DATA =
            Set.of(
                    "text/calendar",
                    "text/css",
                    "text/directory",
                    "text/rtf",
                    "text/vcard",
                    "text/x-vcard",
                    "text/xml");

    private final Findings findings;
    private final HeaderText message;
    private final List<Part> parts;
    private @Nullable Charset ofHeader;
    private boolean headerRead;

    /**
     * Decides for the leaves of one message.
     *
     * @param parts takes what becomes of them
     * @param message the header of the message
     */
    LeafParts(List<Part> parts, HeaderText message, Findings findings) {
        this.parts = parts;
        this.message = message;
        this.findings = findings;
    }

    void add(Leaf leaf) {
        ContentHeader header = leaf.header();
        String type = leaf.type();
        String name = header.fileName();
        boolean named = !name.isEmpty();
        boolean attached = header.isAttachment();
        if (!leaf.whole() && !named && type.startsWith("text/") && leaf.isBlank()) {
            return;
        }
        if (!Branch.isShown(leaf.branch())) {
            addFile(leaf, name);
        } else if (isPatch(type, name)) {
            addFile(leaf, name);
            addTextOfFile(leaf, "text/x-patch", name);
        } else if (isPlain(type)) {
            String shown = type.endsWith("markdown") ? "text/markdown" : "text/plain";
            if (attached || (named && !leaf.whole())) {
                addFile(leaf, name);
                addTextOfFile(leaf, shown, name);
            } else {
                addBody(leaf, shown, name);
            }
        } else if (isFormatted(type)) {
            boolean body = leaf.whole() || leaf.branch() != null || !named;
            if (body && !attached) {
                parts.add(text(leaf, type, name));
            } else {
                addFile(leaf, name);
            }
        } else if (REPORTS.contains(type) && leaf.isText()) {
            parts.add(text(leaf, "text/plain", name));
        } else if (type.startsWith("text/") && !attached && !DATA.contains(type) && leaf.isText()) {
            // RFC 2046 §4.1.4: text of a kind that is not known is plain text.
            if (named) {
                addFile(leaf, name);
                addTextOfFile(leaf, "text/plain", name);
            } else {
                addBody(leaf, "text/plain", name);
            }
        } else {
            addFile(leaf, name);
        }
    }

    private static boolean isPlain(String type) {
        return switch (type) {
            // The last one is PGP's before it had MIME types: signed text as it is.
            case "text/plain", "text/markdown", "text/x-markdown", "application/pgp" -> true;
            default -> false;
        };
    }

    private static boolean isFormatted(String type) {
        return switch (type) {
            case "text/html", "text/enriched", "text/richtext" -> true;
            default -> false;
        };
    }

    private static boolean isPatch(String type, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean named = lower.endsWith(".patch") || lower.endsWith(".diff");
        boolean any =
                type.equals("text/plain")
                        || type.equals("application/octet-stream")
                        || type.startsWith("application/x-")
                        || type.startsWith("text/x-");
        return PATCHES.contains(type) || (named && any);
    }

    private void addFile(Leaf leaf, String name) {
        ContentHeader header = leaf.header();
        parts.add(
                new Attachment(
                        leaf.path(),
                        name,
                        leaf.type(),
                        header.description(),
                        header.contentId(),
                        leaf.bytes()));
    }

    /** Shows a file too, where it is text and short enough to be read. */
    private void addTextOfFile(Leaf leaf, String type, String name) {
        if (leaf.bytes().length <= MOST_SHOWN && leaf.isText()) {
            parts.add(text(leaf, type, name));
        }
    }

    /** Shows the text of a body, without the files that are uuencoded in it. */
    private void addBody(Leaf leaf, String type, String name) {
        TextPart text = text(leaf, type, name);
        Uuencode.Extract extract = Uuencode.extract(text.text());
        if (extract == null) {
            parts.add(text);
            return;
        }
        parts.add(
                new TextPart(
                        text.path(),
                        text.type(),
                        text.name(),
                        extract.text(),
                        text.flowed(),
                        text.delSp(),
                        text.guess()));
        int number = 0;
        for (Uuencode.File file : extract.files()) {
            String path = leaf.path() + "." + ++number;
            String plain = Controls.inLine(file.name());
            parts.add(
                    new Attachment(path, plain, "application/octet-stream", "", "", file.bytes()));
        }
    }

    private TextPart text(Leaf leaf, String type, String name) {
        ContentHeader header = leaf.header();
        String declared = declared(type, leaf);
        TextDecoder.Decoded decoded =
                Charsets.isUsable(declared)
                        ? TextDecoder.decode(leaf.bytes(), declared)
                        : TextDecoder.decode(leaf.bytes(), declared, ofHeader());
        boolean flowed =
                type.equals("text/plain") && header.parameter("format").equalsIgnoreCase("flowed");
        return new TextPart(
                leaf.path(),
                type,
                name,
                Controls.inText(withoutMark(decoded.text())),
                flowed,
                flowed && header.parameter("delsp").equalsIgnoreCase("yes"),
                guess(leaf.path(), declared, decoded.guessed()));
    }

    /** The charset of the words in the message's header; looked for once, however many ask. */
    private @Nullable Charset ofHeader() {
        if (!headerRead) {
            headerRead = true;
            ofHeader = HeaderCharset.of(message);
        }
        return ofHeader;
    }

    /** The charset of the header; where that says nothing, the one that HTML says in itself. */
    private static String declared(String type, Leaf leaf) {
        String charset = leaf.header().charset();
        if (type.equals("text/html") && !Charsets.isUsable(charset)) {
            String inside = HtmlCharset.of(leaf.bytes());
            return inside.isEmpty() ? charset : inside;
        }
        return charset;
    }

    /** Reports a charset that was guessed; null where nobody need doubt it. */
    private TextPart.@Nullable Guess guess(String path, String declared, String guessed) {
        if (guessed.isEmpty()) {
            return null;
        }
        String wrong =
                declared.isEmpty()
                        ? "declares no charset"
                        : "is not the " + Findings.quoted(declared) + " it declares";
        String sentence = "part %s %s; read as %s".formatted(path, wrong, guessed);
        // What is UTF-8 without a flaw is that beyond reasonable doubt.
        if (guessed.equals("UTF-8")) {
            findings.info(sentence);
            return null;
        }
        return new TextPart.Guess(guessed, findings.warning(sentence));
    }

    /** Without the byte order mark that some programs put first. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
