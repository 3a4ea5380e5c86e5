package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Subject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one source as bytes, each beside the one before it: about 100 bytes for one. Ids,
 * subjects and people that come again are one object again.
 */
final class MessageCodec {

    private static final int ID_MISSING = 1;
    private static final int SENT_REPAIRED = 2;
    private static final int BLOB = 4;
    private static final int PLAIN_OBJECT_ID = 8;
    private static final int LEFT_OUT = 16;
    private static final int CHANGE_ID = 32;
    private static final int OBJECT_ID = 20;

    private final int list;
    private final int source;

    /** The number, time and end of the message before. */
    private long number;

    private long arrived;
    private long end;

    private final Shared<MessageId> ids = new Shared<>();
    private final Shared<Subject> subjects = new Shared<>();
    private final Map<Long, Address> people = new HashMap<>();

    /**
     * @param firstNumber the number of the source's first message
     */
    MessageCodec(int list, int source, int firstNumber) {
        this.list = list;
        this.source = source;
        this.number = firstNumber - 1L;
    }

    void encode(Message message, Encoder out) {
        Origin origin = message.origin();
        byte[] objectId = objectId(origin);
        out.number(
                (message.idMissing() ? ID_MISSING : 0)
                        | (message.sentRepaired() ? SENT_REPAIRED : 0)
                        | (origin instanceof Origin.Blob ? BLOB : 0)
                        | (objectId.length > 0 ? PLAIN_OBJECT_ID : 0)
                        | (message.isLeftOut() ? LEFT_OUT : 0)
                        | (message.changeId().isEmpty() ? 0 : CHANGE_ID));
        if (message.isLeftOut()) {
            out.shared(message.leftOut());
        }
        out.shared(message.id().value());
        out.number(message.references().size());
        message.references().forEach(reference -> out.shared(reference.value()));
        out.shared(message.from().name()).shared(message.from().email());
        out.shared(message.subject().text());
        if (!message.changeId().isEmpty()) {
            out.shared(message.changeId());
        }
        out.signed(message.arrived() - arrived).signed(message.sent() - message.arrived());
        out.hash(message.bytes());
        out.shared(origin.place());
        if (origin instanceof Origin.Slice slice) {
            out.signed(slice.offset() - end).number(slice.length());
            end = slice.offset() + slice.length();
        } else if (objectId.length > 0) {
            out.bytes(ByteBuffer.wrap(objectId));
        } else if (origin instanceof Origin.Blob blob) {
            out.text(blob.objectId());
        }
        out.signed(message.number() - number);
        number = message.number();
        arrived = message.arrived();
    }

    /** The bytes of a SHA-1; none of anything else. */
    private static byte[] objectId(Origin origin) {
        String id = origin instanceof Origin.Blob blob ? blob.objectId() : "";
        if (id.length() != 2 * OBJECT_ID) {
            return new byte[0];
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return new byte[0];
            }
        }
        return HexFormat.of().parseHex(id);
    }

    Message decode(Decoder in) {
        int flags = in.count();
        String leftOut = (flags & LEFT_OUT) == 0 ? "" : in.shared(in.shared());
        MessageId id = id(in);
        MessageId[] references = new MessageId[in.count()];
        for (int i = 0; i < references.length; i++) {
            references[i] = id(in);
        }
        Address from = person(in);
        Subject subject = subjects.get(in.shared(), i -> new Subject(in.shared(i)));
        String changeId = (flags & CHANGE_ID) == 0 ? "" : in.shared(in.shared());
        arrived += in.signed();
        long sent = arrived + in.signed();
        Hash bytes = in.hash();
        Origin origin = origin(flags, in);
        number += in.signed();
        return new Message(
                id,
                (flags & ID_MISSING) != 0,
                List.of(references),
                from,
                subject,
                changeId,
                sent,
                (flags & SENT_REPAIRED) != 0,
                arrived,
                bytes,
                origin,
                list,
                source,
                Math.toIntExact(number),
                leftOut,
                null); // nothing that a source says: the settings remove it anew each time
    }

    private MessageId id(Decoder in) {
        return ids.get(in.shared(), i -> new MessageId(in.shared(i)));
    }

    private Address person(Decoder in) {
        int name = in.shared();
        int email = in.shared();
        long both = ((long) name << Integer.SIZE) | email;
        return people.computeIfAbsent(both, k -> new Address(in.shared(name), in.shared(email)));
    }

    private Origin origin(int flags, Decoder in) {
        String place = in.shared(in.shared());
        if ((flags & BLOB) == 0) {
            long offset = end + in.signed();
            long length = in.number();
            end = offset + length;
            return new Origin.Slice(place, offset, length);
        }
        boolean plain = (flags & PLAIN_OBJECT_ID) != 0;
        String objectId = plain ? HexFormat.of().formatHex(in.bytes(OBJECT_ID)) : in.text();
        return new Origin.Blob(place, objectId);
    }

    /** Objects made of shared texts, each made once. */
    private static final class Shared<T> {

        private final List<@Nullable T> known = new ArrayList<>();

        T get(int text, IntFunction<T> make) {
            while (known.size() <= text) {
                known.add(null);
            }
            T value = known.get(text);
            if (value == null) {
                value = make.apply(text);
                known.set(text, value);
            }
            return value;
        }
    }
}
