package dev.threadmill.archive.body;

/** Takes a text with its elements, in the order in which they stand. */
interface Elements {

    /**
     * Opens an element.
     *
     * @param attributes escaped, with a blank before each; empty for none
     */
    void open(String name, String attributes);

    /**
     * Opens a cell of a table.
     *
     * @param attributes as for other elements, without what it spans
     * @param columns how many it spans, as far as the table has them; likewise rows
     */
    void openCell(String name, String attributes, int columns, int rows);

    /**
     * Opens a link; it counts as an element named {@code a}.
     *
     * @param target empty when it leads nowhere any more
     */
    void openLink(String target);

    /** Closes the innermost element of that name and all inside it; none, when none is open. */
    void close(String name);

    /** Ends the text. */
    void closeAll();

    void empty(String name);

    /**
     * An image that came along.
     *
     * @param part the path of the attachment
     */
    void image(String part, String description);

    void text(String text);
}
