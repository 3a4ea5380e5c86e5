package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.Withheld;
import java.util.Set;

/** Writes what is said about a part that is offered as a file. */
final class AttachmentNotes {

    private static final Set<String> IMAGES = Set.of("png", "jpg", "gif", "webp");

    private static final String ELSEWHERE = "message/external-body";

    private AttachmentNotes() {}

    static boolean isImage(Attachment attachment) {
        return IMAGES.contains(attachment.extension());
    }

    static void write(Attachment attachment, boolean shownAbove, HtmlBuilder out) {
        String what = what(attachment.type(), shownAbove);
        if (!what.isEmpty()) {
            out.markup("<p class=\"note\">").markup(what);
            place(attachment, out);
            out.markup(", see attachment #");
            out.text(attachment.path()).markup(".</p>");
        }
        String name = attachment.name();
        out.markup("<p class=\"attachment\">");
        link(attachment, name, out);
        out.markup("[-- Attachment #");
        out.text(attachment.path());
        out.text(title(name, attachment.description()));
        out.markup(" --]</a><br/>[-- Type: ").text(attachment.type()).markup(", Size: ");
        out.text(attachment.bytes().length + " bytes --]");
        if (!shownAbove && isImage(attachment)) {
            out.markup("<br/>");
            link(attachment, name, out);
            out.markup("<img src=\"").hole(new AttachmentLink(attachment.path()));
            out.markup("\" alt=\"").value(name).markup("\" loading=\"lazy\"/></a>");
        }
        out.markup("</p>");
    }

    /** Says of a file that it came, but is not here. */
    static void write(Withheld file, HtmlBuilder out) {
        out.markup("<p class=\"attachment\">[-- Attachment #").text(file.path());
        out.text(title(file.name(), file.description())).markup(" --]<br/>[-- Type: ");
        out.text(file.type()).markup(", Size: ").text(file.size() + " bytes; left out, ");
        out.markup("as it may hold addresses --]</p>");
    }

    /** Leads to what was left elsewhere, where its description is a URL. */
    private static void place(Attachment attachment, HtmlBuilder out) {
        String place = attachment.description();
        if (attachment.type().equals(ELSEWHERE) && Urls.isAbsolute(place)) {
            out.markup(": ");
            Urls.open(out, place);
            out.text(place).markup("</a>");
        }
    }

    private static void link(Attachment attachment, String name, HtmlBuilder out) {
        out.markup("<a href=\"").hole(new AttachmentLink(attachment.path()));
        out.markup("\" download=\"").value(name).markup("\">");
    }

    /** {@code : name, description}, as far as there is any. */
    private static String title(String name, String description) {
        if (name.isEmpty() || name.equals(description)) {
            return description.isEmpty() ? "" : ": " + description;
        }
        return ": " + name + (description.isEmpty() ? "" : ", " + description);
    }

    /** What a part is that says nothing to people by its type; empty for others. */
    private static String what(String type, boolean shownAbove) {
        return switch (type) {
            case "application/pgp-signature" -> "Signed (OpenPGP)";
            case "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                    "Signed (S/MIME)";
            case "application/pgp-encrypted" -> "Encrypted (OpenPGP)";
            case "application/pkcs7-mime", "application/x-pkcs7-mime" ->
                    shownAbove ? "Signed (S/MIME)" : "Signed or encrypted as a whole (S/MIME)";
            case "application/ms-tnef", "application/vnd.ms-tnef" ->
                    "Packed in the format of Outlook (TNEF)";
            case "application/applefile" -> "The Macintosh half of a file (AppleDouble)";
            case "message/partial" -> "A piece of a longer message";
            case ELSEWHERE -> "A part that was left elsewhere";
            default -> "";
        };
    }
}
