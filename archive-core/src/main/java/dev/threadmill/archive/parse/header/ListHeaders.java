package dev.threadmill.archive.parse.header;

/**
 * What a message says about the list that sent it on (RFC 2919, RFC 2369). Each is empty where it
 * says nothing.
 *
 * @param id the list's identifier: {@code dev.example.org}
 * @param description the phrase before the identifier
 * @param post the address to write to
 */
public record ListHeaders(String id, String description, String post) {

    public static final ListHeaders NONE = new ListHeaders("", "", "");

    /** Reads them from the header of a message. */
    public static ListHeaders of(byte[] message) {
        HeaderText text = new HeaderText(Header.of(message));
        String listId = text.first(Field.LIST_ID);
        int open = listId.lastIndexOf('<');
        int close = listId.indexOf('>', Math.max(open, 0));
        boolean bracketed = open >= 0 && close > open;
        String id = bracketed ? listId.substring(open + 1, close) : listId;
        String phrase = bracketed ? listId.substring(0, open).strip() : "";
        return new ListHeaders(id.strip(), unquoted(phrase), post(text.first(Field.LIST_POST)));
    }

    private static String unquoted(String phrase) {
        boolean quoted = phrase.length() > 1 && phrase.startsWith("\"") && phrase.endsWith("\"");
        return quoted ? phrase.substring(1, phrase.length() - 1) : phrase;
    }

    /** The address in {@code <mailto:dev@example.org>}; none in {@code NO}. */
    private static String post(String value) {
        int start = value.indexOf("mailto:");
        if (start < 0) {
            return "";
        }
        int end = start + "mailto:".length();
        while (end < value.length() && "?> ,".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(start + "mailto:".length(), end);
    }
}
