package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.mail.Message;
import java.util.function.Supplier;

/**
 * Remembers the first words of the messages of a list's two latest months from one build to the
 * next: mail comes into these, which has their feeds made again, and none of the other messages
 * should have to be read for it.
 */
public interface SummaryMemory {

    /** Remembers nothing. */
    SummaryMemory NONE = (message, find) -> find.get();

    /**
     * The first words of a message.
     *
     * @param find finds them where they are not remembered
     */
    String of(Message message, Supplier<String> find);
}
