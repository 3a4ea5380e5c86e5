package dev.threadmill.archive.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes: the declaration of a stranger decides nothing. */
final class FileKind {

    private static final int LOOKED_AT = 4096;

    private FileKind() {}

    static String of(Attachment attachment) {
        byte[] bytes = attachment.bytes();
        String type = attachment.type();
        String name = attachment.name().toLowerCase(Locale.ROOT);
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return agrees(type, name, "image/png", ".png", "png");
        }
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
            boolean jpeg = name.endsWith(".jpeg") || type.equals("image/jpg");
            return jpeg ? "jpg" : agrees(type, name, "image/jpeg", ".jpg", "jpg");
        }
        if (starts(bytes, 0, "GIF87a") || starts(bytes, 0, "GIF89a")) {
            return agrees(type, name, "image/gif", ".gif", "gif");
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return agrees(type, name, "image/webp", ".webp", "webp");
        }
        if (starts(bytes, 0, "%PDF-")) {
            return agrees(type, name, "application/pdf", ".pdf", "pdf");
        }
        if (starts(bytes, 0, "PK\u0003\u0004")) {
            return agrees(type, name, "application/zip", ".zip", "zip");
        }
        if (starts(bytes, 0, "\u001f\u008b")) {
            return agrees(type, name, "application/gzip", "gz", "gz");
        }
        return isPlainText(type, bytes) ? "txt" : "bin";
    }

    private static String agrees(
            String type, String name, String wantedType, String suffix, String extension) {
        boolean declared = type.equals(wantedType) || type.equals(wantedType.replace("/", "/x-"));
        return declared || name.endsWith(suffix) ? extension : "bin";
    }

    /** Text of any kind but those that a browser could take for a page, a style or a script. */
    private static boolean isPlainText(String type, byte[] bytes) {
        boolean active =
                type.contains("html")
                        || type.contains("xml")
                        || type.contains("script")
                        || type.contains("css")
                        || type.contains("calendar");
        if (!type.startsWith("text/") || active) {
            return false;
        }
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] bytes, int offset, String latin1) {
        byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < offset + magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[offset + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
