package dev.threadmill.archive.removal;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Tombstone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Takes mail out of the archive when it has grown old. How old a message is follows from the mail
 * alone: it is as many years older than the tenth newest message of its list. The nine after that
 * do not count, so that a few wrong dates do not empty an archive.
 */
public final class Expiry {

    private static final String EXPIRED = "expired";
    private static final int NEWEST = 10;

    private final int years;
    private final Tombstone stone;

    /**
     * An expiry.
     *
     * @param years 0 for none
     */
    public Expiry(int years) {
        this.years = years;
        String reason = "it is older than %s".formatted(years == 1 ? "a year" : years + " years");
        this.stone = new Tombstone(EXPIRED, "", reason);
    }

    /** The same messages, by list, with tombstones for those that are too old. */
    public List<List<Message>> from(List<List<Message>> lists) {
        return years == 0 ? lists : lists.stream().map(this::expired).toList();
    }

    private List<Message> expired(List<Message> list) {
        long[] arrivals =
                list.stream()
                        .filter(message -> !message.isLeftOut())
                        .mapToLong(Message::arrived)
                        .sorted()
                        .toArray();
        if (arrivals.length < NEWEST) {
            return list;
        }
        long now = arrivals[arrivals.length - NEWEST];
        long least =
                Instant.ofEpochSecond(now)
                        .atOffset(ZoneOffset.UTC)
                        .minusYears(years)
                        .toEpochSecond();
        return list.stream().map(message -> expired(message, least)).toList();
    }

    private Message expired(Message message, long least) {
        boolean old = !message.isLeftOut() && message.arrived() < least;
        return old ? message.removed(stone) : message;
    }
}
