package dev.threadmill.archive.mail;

/**
 * A part that is offered as a file.
 *
 * @param name the file name as it was sent, decoded, for people only: never a path; empty without
 *     one
 * @param type the media type in lower case, as declared
 * @param description the Content-Description, or where the content is that was left elsewhere;
 *     empty without either
 * @param contentId the Content-ID without brackets, for images that HTML refers to, or without one
 *     the Content-Location (RFC 2557); else empty
 * @param bytes the decoded content; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
public record Attachment(
        String path, String name, String type, String description, String contentId, byte[] bytes)
        implements Part {

    /**
     * The extension under which it may be served: one of {@code png jpg gif webp txt pdf zip gz}
     * when both the declared type or name and the bytes say so, else {@code bin}, which no browser
     * runs.
     */
    public String extension() {
        return FileKind.of(this);
    }
}
