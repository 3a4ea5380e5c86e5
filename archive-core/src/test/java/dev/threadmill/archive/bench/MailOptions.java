package dev.threadmill.archive.bench;

/**
 * What a generated archive holds.
 *
 * @param messages how many messages; a cross-posted one counts once
 * @param lists how many lists they are spread over
 * @param seed the same seed gives the same bytes
 * @param hugeThread how many of the messages form one thread; 0 for no such thread
 * @param hugeDay how many of them arrive on one day; 0 for no such day
 * @param hugeBytes how many bytes one further part of the message in the middle has; 0 for none
 */
public record MailOptions(
        int messages, int lists, long seed, int hugeThread, int hugeDay, long hugeBytes) {

    public MailOptions {
        if (messages < 1 || lists < 1 || hugeThread < 0 || hugeDay < 0 || hugeBytes < 0) {
            throw new IllegalArgumentException(
                    "an archive needs at least one message and one list: "
                            + messages
                            + ", "
                            + lists);
        }
        if ((long) hugeThread + hugeDay > messages) {
            throw new IllegalArgumentException(
                    "hugeThread %d and hugeDay %d are part of the %d messages; give more messages"
                            .formatted(hugeThread, hugeDay, messages));
        }
    }

    /** One list of so many messages, without anything huge. */
    public static MailOptions of(int messages) {
        return new MailOptions(messages, 1, 1, 0, 0, 0);
    }

    public MailOptions withLists(int count) {
        return new MailOptions(messages, count, seed, hugeThread, hugeDay, hugeBytes);
    }

    public MailOptions withSeed(long other) {
        return new MailOptions(messages, lists, other, hugeThread, hugeDay, hugeBytes);
    }

    public MailOptions withHugeThread(int size) {
        return new MailOptions(messages, lists, seed, size, hugeDay, hugeBytes);
    }

    public MailOptions withHugeDay(int size) {
        return new MailOptions(messages, lists, seed, hugeThread, size, hugeBytes);
    }

    public MailOptions withHugeMessage(long bytes) {
        return new MailOptions(messages, lists, seed, hugeThread, hugeDay, bytes);
    }
}
