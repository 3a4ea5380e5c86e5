package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.parse.decode.Controls;
import dev.threadmill.archive.parse.decode.EncodedWords;
import java.util.Locale;

/** The Content-* fields of a message or part, read with all the tolerance they need. */
public final class ContentHeader {

    private static final int LONGEST_NAME = 255;

    private final HeaderText text;
    private final ParameterValue type;
    private final ParameterValue disposition;

    public ContentHeader(Header header) {
        this.text = new HeaderText(header);
        this.type = ParameterValue.parse(text.firstRaw(Field.CONTENT_TYPE));
        this.disposition = ParameterValue.parse(text.firstRaw(Field.CONTENT_DISPOSITION));
    }

    /**
     * The media type in lower case. Without one, and where it is none ({@code text}, which old
     * systems wrote), it is text/plain (RFC 2045 §5.2).
     */
    public String type() {
        return type(type.value());
    }

    private static String type(String value) {
        int slash = value.indexOf('/');
        boolean legal = slash > 0 && slash + 1 < value.length();
        return legal ? value : "text/plain";
    }

    /** What Content-Type says, where it is no media type; else empty. */
    public String illegalType() {
        String value = type.value();
        return type().equals(value) || value.equals("text") ? "" : value;
    }

    /** A parameter of the Content-Type, by its name in lower case; empty without one. */
    public String parameter(String name) {
        return type.get(name);
    }

    /** The charset that is declared, by whatever name; empty without one. */
    public String charset() {
        return type.get("charset");
    }

    /** Whether the part asks to be a file, whatever it holds. */
    public boolean isAttachment() {
        return disposition.value().equals("attachment");
    }

    /** The transfer encoding in lower case; {@code 7bit} without one. */
    public String encoding() {
        String value = text.firstRaw(Field.CONTENT_TRANSFER_ENCODING);
        if (value.isEmpty()) {
            return "7bit";
        }
        return ParameterValue.parse(value).value().replace("\"", "").toLowerCase(Locale.ROOT);
    }

    /** The file name for people, without the folders it may have come with; empty without one. */
    public String fileName() {
        String name = disposition.get("filename");
        name = name.isEmpty() ? type.get("name") : name;
        name = Controls.inLine(EncodedWords.decode(name));
        int folder = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        name = name.substring(folder + 1).strip();
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /** The Content-Description; of what was left elsewhere the place, where it is said. */
    public String description() {
        String place = type().equals("message/external-body") ? Controls.inLine(place()) : "";
        return place.isEmpty() ? text.first(Field.CONTENT_DESCRIPTION) : place;
    }

    /** Where the content is that was not sent (RFC 2046 §5.2.3, RFC 2017); else empty. */
    private String place() {
        return switch (type.get("access-type").toLowerCase(Locale.ROOT)) {
            // Long ones are broken, and hold no blanks (RFC 2017 §3.1).
            case "url" -> type.get("url").replaceAll("\\s+", "");
            case "ftp", "anon-ftp" -> ftp(type.get("site"), type.get("directory"));
            default -> "";
        };
    }

    private String ftp(String site, String directory) {
        if (site.isEmpty()) {
            return "";
        }
        int from = 0;
        while (directory.startsWith("/", from)) {
            from++;
        }
        String folder = directory.substring(from);
        String slash = folder.isEmpty() || folder.endsWith("/") ? "" : "/";
        return "ftp://" + site + "/" + folder + slash + type.get("name");
    }

    /** The Content-ID without its brackets, else the Content-Location; empty without either. */
    public String contentId() {
        String id = text.first(Field.CONTENT_ID);
        if (id.isEmpty()) {
            return text.first(Field.CONTENT_LOCATION);
        }
        boolean bracketed = id.startsWith("<") && id.endsWith(">");
        return bracketed ? id.substring(1, id.length() - 1).strip() : id;
    }
}
