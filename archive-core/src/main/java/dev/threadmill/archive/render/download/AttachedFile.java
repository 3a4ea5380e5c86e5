package dev.threadmill.archive.render.download;

/**
 * A file that came with a message, as far as the index of attachments tells of it. Rendering a
 * thread finds these; a thread that is not rendered again has the same as the last time.
 *
 * @param list the list that shows the message
 * @param message its Message-ID
 * @param variant which of the list's messages of this id it came with, from 0
 * @param file its name below the address of the message
 * @param name what it was called, decoded; empty without a name
 * @param type its media type, as declared
 * @param size how many bytes it has
 */
public record AttachedFile(
        int list, String message, int variant, String file, String name, String type, long size) {}
