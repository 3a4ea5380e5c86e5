package dev.threadmill.archive.parse.header;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header fields that we read; all others are passed over. */
public enum Field {
    MESSAGE_ID("message-id"),
    REFERENCES("references"),
    IN_REPLY_TO("in-reply-to"),
    DATE("date"),
    RECEIVED("received"),
    FROM("from"),
    SENDER("sender"),
    TO("to"),
    CC("cc"),
    REPLY_TO("reply-to"),
    ORIGINAL_FROM("original-from"),
    X_ORIGINAL_FROM("x-original-from"),
    X_ORIGINAL_SENDER("x-original-sender"),
    X_MAIL_FROM("x-mailfrom"),
    SUBJECT("subject"),
    X_NO_ARCHIVE("x-no-archive"),
    X_ARCHIVE("x-archive"),
    ARCHIVE("archive"),
    LIST_ID("list-id"),
    LIST_POST("list-post"),
    CONTENT_TYPE("content-type"),
    CONTENT_TRANSFER_ENCODING("content-transfer-encoding"),
    CONTENT_DISPOSITION("content-disposition"),
    CONTENT_DESCRIPTION("content-description"),
    CONTENT_ID("content-id"),
    CONTENT_LOCATION("content-location");

    private static final Field[][] BY_LENGTH = byLength();

    private final String name;

    Field(String name) {
        this.name = name;
    }

    /** The field whose name stands at {@code bytes[from..to)} in any case; null for any other. */
    static @Nullable Field named(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length >= BY_LENGTH.length) {
            return null;
        }
        for (Field field : BY_LENGTH[length]) {
            if (field.is(bytes, from)) {
                return field;
            }
        }
        return null;
    }

    private boolean is(byte[] bytes, int from) {
        for (int i = 0; i < name.length(); i++) {
            if ((bytes[from + i] | 0x20) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static Field[][] byLength() {
        List<List<Field>> lists = new ArrayList<>();
        for (Field field : values()) {
            while (lists.size() <= field.name.length()) {
                lists.add(new ArrayList<>());
            }
            lists.get(field.name.length()).add(field);
        }
        return lists.stream().map(l -> l.toArray(Field[]::new)).toArray(Field[][]::new);
    }
}
