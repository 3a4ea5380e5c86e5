package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.parse.header.DateFinder;
import dev.threadmill.archive.parse.header.Field;
import dev.threadmill.archive.parse.header.Findings;
import dev.threadmill.archive.parse.header.Header;
import dev.threadmill.archive.parse.header.HeaderText;
import dev.threadmill.archive.parse.header.ReferenceScanner;
import dev.threadmill.archive.parse.header.Senders;
import dev.threadmill.archive.source.RawMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the skeletons of one source's messages, from any thread. */
final class SkeletonParser {

    private final int list;
    private final int source;
    private final DropRules rules;
    private final Limits limits;
    private final Interner<MessageId> ids = new Interner<>();
    private final Interner<Address> people = new Interner<>();
    private final Interner<Subject> subjects = new Interner<>();

    SkeletonParser(int list, int source, DropRules rules, Limits limits) {
        this.limits = limits;
        this.list = list;
        this.source = source;
        this.rules = rules;
    }

    /**
     * Reads one message.
     *
     * @param removed whether its source took it back since
     */
    Skeleton parse(RawMessage raw, int number, boolean removed) {
        Header header = Header.of(raw.bytes(), limits);
        HeaderText text = new HeaderText(header);
        Findings findings = new Findings(raw.origin());
        if (header.cut()) {
            findings.warning(
                    "header of over %s KB or %s fields; the rest of it was not read"
                            .formatted(limits.headerBytes() >> 10, limits.headerFields()));
        }
        MessageId own = id(text);
        boolean idMissing = own == null;
        MessageId id = ids.share(idMissing ? MessageId.forBytes(raw.bytes()) : own);
        if (idMissing) {
            findings.info("no Message-ID; made '%s' of its bytes".formatted(id.value()));
        }
        DateFinder dates = new DateFinder(raw, header);
        if (dates.problem() != null && dates.isKnown()) {
            findings.info(dates.problem());
        }
        Subject subject = subjects.share(new Subject(text.first(Field.SUBJECT)));
        Message message =
                new Message(
                        id,
                        idMissing,
                        references(header, text, own, findings),
                        people.share(Senders.of(text).author()),
                        subject,
                        ChangeId.of(subject, header),
                        dates.sent(),
                        dates.problem() != null,
                        dates.arrived(),
                        Hash.of(raw.bytes()),
                        raw.origin(),
                        list,
                        source,
                        number);
        String reason = removed ? removal(raw) : rules.reason(message, raw.bytes(), header);
        if (!reason.isEmpty()) {
            // What was wrong with it matters to nobody any more.
            return new Skeleton(message.leftOut(reason), List.of(), null);
        }
        String undated = dates.isKnown() ? null : dates.problem();
        return new Skeleton(message, findings.problems(), undated);
    }

    private static String removal(RawMessage raw) {
        return raw.bytes().length == 0 ? Message.PURGED : Message.REMOVED;
    }

    private static @Nullable MessageId id(HeaderText text) {
        Optional<MessageId> id = MessageId.parse(text.firstRaw(Field.MESSAGE_ID));
        return id.orElse(null);
    }

    private List<MessageId> references(
            Header header, HeaderText text, @Nullable MessageId own, Findings findings) {
        List<MessageId> all = new ReferenceScanner(header, text).scan(own);
        if (all.isEmpty()) {
            return List.of();
        }
        List<MessageId> kept = ReferenceScanner.cut(all, limits.references());
        if (kept.size() < all.size()) {
            findings.info(
                    "%s references; kept the first and the last %s"
                            .formatted(all.size(), limits.references() - 1));
        }
        MessageId[] shared = new MessageId[kept.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = ids.share(kept.get(i));
        }
        return List.of(shared);
    }
}
