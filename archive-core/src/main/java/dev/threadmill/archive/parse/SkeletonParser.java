package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.source.RawMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the skeletons of one source's messages, from any thread. */
final class SkeletonParser {

    private final int list;
    private final int source;
    private final Interner<MessageId> ids = new Interner<>();
    private final Interner<Address> people = new Interner<>();
    private final Interner<Subject> subjects = new Interner<>();

    SkeletonParser(int list, int source) {
        this.list = list;
        this.source = source;
    }

    Skeleton parse(RawMessage raw, int number) {
        Header header = Header.of(raw.bytes());
        HeaderText text = new HeaderText(header);
        List<Problem> problems = new ArrayList<>(0);
        if (header.cut()) {
            problems.add(HeaderProblems.cut(raw));
        }
        MessageId own = id(text);
        boolean idMissing = own == null;
        MessageId id = ids.share(idMissing ? MessageId.forBytes(raw.bytes()) : own);
        if (idMissing) {
            String sentence = "no Message-ID; made '%s' of its bytes".formatted(id.value());
            problems.add(Problem.info(raw.origin(), sentence));
        }
        DateFinder dates = new DateFinder(raw, header);
        if (dates.problem() != null && dates.isKnown()) {
            problems.add(Problem.info(raw.origin(), dates.problem()));
        }
        Message message =
                new Message(
                        id,
                        idMissing,
                        references(raw, header, text, own, problems),
                        people.share(from(header, text)),
                        subjects.share(new Subject(text.first(Field.SUBJECT))),
                        dates.sent(),
                        dates.problem() != null,
                        dates.arrived(),
                        Hash.of(raw.bytes()),
                        raw.origin(),
                        list,
                        source,
                        number);
        boolean afterOthers = !raw.fromLine().isEmpty() || raw.origin() instanceof Origin.Blob;
        String undated = dates.isKnown() ? null : dates.problem();
        return new Skeleton(message, List.copyOf(problems), undated, afterOthers);
    }

    private static @Nullable MessageId id(HeaderText text) {
        Optional<MessageId> id = MessageId.parse(text.firstRaw(Field.MESSAGE_ID));
        return id.orElse(null);
    }

    private List<MessageId> references(
            RawMessage raw,
            Header header,
            HeaderText text,
            @Nullable MessageId own,
            List<Problem> problems) {
        List<MessageId> all = new ReferenceScanner(header, text).scan(own);
        if (all.isEmpty()) {
            return List.of();
        }
        List<MessageId> kept = ReferenceScanner.cut(all);
        if (kept.size() < all.size()) {
            String sentence =
                    "%d references; kept the first and the last %d"
                            .formatted(all.size(), ReferenceScanner.MOST - 1);
            problems.add(Problem.info(raw.origin(), sentence));
        }
        MessageId[] shared = new MessageId[kept.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = ids.share(kept.get(i));
        }
        return List.of(shared);
    }

    /** The first sender; where no From names one, the Sender. */
    static Address from(Header header, HeaderText text) {
        List<Address> from = AddressParser.parse(text.firstRaw(Field.FROM));
        if (from.isEmpty()) {
            from = AddressParser.parse(text.firstRaw(Field.SENDER));
        }
        return from.isEmpty() ? Address.NONE : from.get(0);
    }
}
