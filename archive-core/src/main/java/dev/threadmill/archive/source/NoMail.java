package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.util.function.Consumer;

/** Stands for a file among sources of mail that is none: it has no message, and says so. */
final class NoMail implements MessageSource {

    private final String place;
    private final String sentence;

    /**
     * @param refusal what opening it by itself says
     */
    NoMail(String place, IllegalArgumentException refusal) {
        this.place = place;
        String message = String.valueOf(refusal.getMessage());
        String start = place + ": ";
        this.sentence = message.startsWith(start) ? message.substring(start.length()) : message;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public long size() {
        return 0;
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) {
        problems.accept(Problem.error(place, sentence));
    }

    @Override
    public boolean isOrdered() {
        return false;
    }

    @Override
    public RawMessage read(Origin origin) {
        throw new IllegalArgumentException(origin + " is no message of " + place);
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
