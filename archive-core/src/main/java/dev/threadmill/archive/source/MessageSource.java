package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One source of mail: a file, a folder of files, or a repository. {@link #read} streams it; what it
 * gave can be read again, message by message and from any thread, until it is closed.
 */
public interface MessageSource extends Closeable {

    /** The source as the settings name it, for sentences. */
    String place();

    /** How many bytes {@link #read} goes through, for progress; an estimate. */
    long size();

    /**
     * Hands on every message, in source order.
     *
     * @param problems what is wrong with the container; an error where mail may be missing
     * @throws IOException when the disk fails
     */
    void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException;

    /**
     * The same, and hands on, where it stood, each message that the source itself took back since:
     * such a message keeps its number in the source order, and its page may go.
     */
    default void read(
            Consumer<RawMessage> messages, Consumer<RawMessage> removed, Consumer<Problem> problems)
            throws IOException {
        read(messages, problems);
    }

    /**
     * Whether the order of {@link #read} says which message came first. The order of files in a
     * folder says nothing: there the dates of the messages decide.
     */
    default boolean isOrdered() {
        return true;
    }

    /**
     * What tells without reading whether it holds what it held: a source of the same version, which
     * is not empty, holds the same mail. Empty where its files have to be looked at.
     */
    default String version() {
        return "";
    }

    /** Whether it is a file that people add to at its end, so that {@link #readFrom} can do. */
    default boolean grows() {
        return false;
    }

    /**
     * Hands on a message that it gave in an earlier run and what comes after it, as {@link #read}
     * would, though nothing before it.
     *
     * @param last the origin of that message
     * @return false, with nothing handed on, when only {@link #read} can tell
     */
    default boolean readFrom(
            Origin.Slice last, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        return false;
    }

    /**
     * Hands on what came since an earlier run.
     *
     * @param version what {@link #version} was then
     * @return false, with nothing handed on, when more than that has changed, so that only {@link
     *     #read} can tell
     */
    default boolean readSince(
            String version, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        return false;
    }

    /**
     * The message that {@link #read} gave with this origin, byte for byte. Only {@link
     * RawMessage#delivered} may be unknown now. Thread-safe.
     */
    RawMessage read(Origin origin) throws IOException;
}
