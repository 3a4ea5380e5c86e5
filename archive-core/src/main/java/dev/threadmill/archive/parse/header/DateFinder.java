package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.source.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a message was sent and when it arrived, as far as it says so itself.
 *
 * <p>Evidence of its arrival is its topmost Received that can be read, else what its container
 * says, else its {@code From } line; clocks that stand at 1970 count as silent. The Date is
 * believed from 1970-01-02 to two days after the evidence. Each stands in for the other. Of {@code
 * 03/04/2005} and the like the evidence says which is the month.
 */
public final class DateFinder {

    private static final long LATEST_AFTER_ARRIVAL = 2 * 86_400L;

    private static final long UNKNOWN = RawMessage.UNKNOWN;

    private final RawMessage raw;
    private final Header header;
    private final long evidence;
    private final long sent;
    private final @Nullable String problem;

    public DateFinder(RawMessage raw, Header header) {
        this.raw = raw;
        this.header = header;
        this.evidence = evidence();
        int field = header.first(Field.DATE);
        DateScanner scanner = field < 0 ? null : scanner(field);
        MailDate date = scanner == null ? null : scanner.scan();
        MailDate turned = date == null ? null : nearer(field, date, scanner.turned());
        if (turned != null) {
            this.sent = turned.instant();
            this.problem =
                    "Date %s can be read in two ways; using the one nearer to its arrival, %s"
                            .formatted(value(field), utc(sent));
            return;
        }
        String wrong = wrong(field, date);
        this.sent = date != null && wrong == null ? date.instant() : evidence;
        this.problem =
                wrong == null || evidence == UNKNOWN
                        ? wrong
                        : wrong + "; using its arrival, " + utc(evidence);
    }

    /** Whether sent and arrived are known without a look at the message before. */
    public boolean isKnown() {
        return sent != UNKNOWN;
    }

    /** When it was sent, in seconds since 1970 UTC; {@link RawMessage#UNKNOWN} if not known. */
    public long sent() {
        return sent;
    }

    /** When it arrived, in seconds since 1970 UTC; {@link RawMessage#UNKNOWN} if not known. */
    public long arrived() {
        return evidence == UNKNOWN ? sent : evidence;
    }

    /** What was wrong with the Date, and what is used instead when that is known; null if right. */
    public @Nullable String problem() {
        return problem;
    }

    /** {@code 2019-03-01T09:12:00Z}. */
    public static String utc(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }

    private DateScanner scanner(int field) {
        return new DateScanner(header.bytes(), header.start(field), header.end(field));
    }

    /** The date with day and month turned, where that is nearer to the evidence; else null. */
    private @Nullable MailDate nearer(int field, MailDate date, @Nullable MailDate turned) {
        if (turned == null || evidence == UNKNOWN) {
            return null;
        }
        long distance = Math.abs(turned.instant() - evidence);
        boolean nearer = distance < Math.abs(date.instant() - evidence);
        return nearer && wrong(field, turned) == null ? turned : null;
    }

    private @Nullable String wrong(int field, @Nullable MailDate date) {
        if (field < 0) {
            return "no Date";
        }
        if (date == null) {
            return "Date " + value(field) + " is not a date";
        }
        if (!date.isBelievable()) {
            return "Date " + value(field) + " is before 1970-01-02";
        }
        if (evidence != UNKNOWN && date.instant() > evidence + LATEST_AFTER_ARRIVAL) {
            return "Date " + value(field) + " is more than two days after its arrival";
        }
        return null;
    }

    private String value(int field) {
        int start = header.start(field);
        int length = Math.min(400, header.end(field) - start);
        return Findings.quoted(
                new String(header.bytes(), start, length, StandardCharsets.ISO_8859_1));
    }

    private long evidence() {
        for (int i = header.first(Field.RECEIVED); i >= 0; i = header.next(Field.RECEIVED, i + 1)) {
            MailDate date = received(header.start(i), header.end(i));
            if (date != null && date.isBelievable()) {
                return date.instant();
            }
        }
        if (raw.delivered() >= MailDate.FIRST_BELIEVABLE) {
            return raw.delivered();
        }
        MailDate date = raw.fromLine().isEmpty() ? null : MailDate.parseFromLine(raw.fromLine());
        return date != null && date.isBelievable() ? date.instant() : UNKNOWN;
    }

    /** The date after the last semicolon. */
    private @Nullable MailDate received(int start, int end) {
        int i = end - 1;
        while (i >= start && header.bytes()[i] != ';') {
            i--;
        }
        return i < start ? null : MailDate.parse(header.bytes(), i + 1, end);
    }
}
