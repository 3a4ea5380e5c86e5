package dev.threadmill.archive.mail;

/**
 * A file that came with a message and is not handed on, since its bytes may hold addresses.
 *
 * @param name the file name as it is shown; empty without one
 * @param type the media type in lower case, as declared
 * @param description the Content-Description as it is shown; empty without one
 * @param size how many bytes it has
 */
public record Withheld(String path, String name, String type, String description, int size)
        implements Part {}
