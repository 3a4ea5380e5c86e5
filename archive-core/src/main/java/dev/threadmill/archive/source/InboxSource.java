package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.ObjectStream;
import org.jspecify.annotations.Nullable;

/**
 * A public-inbox: git repositories ("epochs") in which each commit adds a message or removes one.
 * Messages come in the order of the commits; a removed one is handed on as such, where it stood,
 * and one that was purged too, though without its bytes. One that was added by an epoch that is not
 * here is handed on where it was removed. Read again by its origin a message does not know any more
 * when it was {@linkplain RawMessage#delivered delivered}.
 */
final class InboxSource implements MessageSource {

    private final String place;
    private final List<InboxEpoch> epochs;
    private final long size;

    /**
     * @param epochs from the oldest to the newest
     * @param size how many bytes of mail they hold, roughly
     */
    InboxSource(String place, List<InboxEpoch> epochs, long size) {
        this.place = place;
        this.epochs = List.copyOf(epochs);
        this.size = size;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException {
        read(messages, removed -> {}, problems);
    }

    @Override
    public void read(
            Consumer<RawMessage> messages, Consumer<RawMessage> removed, Consumer<Problem> problems)
            throws IOException {
        List<InboxLog> logs = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (InboxEpoch epoch : epochs) {
            Unreadable objects = new Unreadable(epoch.place());
            logs.add(InboxWalk.log(epoch, objects, problems));
            unreadable.add(objects);
        }
        deliver(logs, messages, removed, unreadable, problems);
    }

    @Override
    public String version() {
        return InboxVersion.of(epochs);
    }

    @Override
    public boolean readSince(
            String version, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        Optional<List<ObjectId>> tips = InboxVersion.tips(version, epochs);
        if (tips.isEmpty()) {
            return false;
        }
        List<InboxLog> logs = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (int i = 0; i < epochs.size(); i++) {
            InboxEpoch epoch = epochs.get(i);
            Unreadable objects = new Unreadable(epoch.place());
            ObjectId tip = tips.get().get(i);
            Optional<InboxLog> log =
                    tip.equals(ObjectId.zeroId())
                            ? Optional.of(InboxWalk.log(epoch, objects, found::add))
                            : InboxWalk.logSince(tip, epoch, objects, found::add);
            objects.report(found::add);
            // What was taken back may be old; what is wrong is told in the order of a whole read.
            if (log.isEmpty() || log.get().hasRemovals() || !found.isEmpty()) {
                return false;
            }
            logs.add(log.get());
            unreadable.add(objects);
        }
        deliver(logs, messages, removed -> {}, unreadable, problems);
        return true;
    }

    private void deliver(
            List<InboxLog> logs,
            Consumer<RawMessage> messages,
            Consumer<RawMessage> removed,
            List<Unreadable> unreadable,
            Consumer<Problem> problems)
            throws IOException {
        InboxRemovals removals = InboxRemovals.of(logs);
        removals.problem(place).ifPresent(problems);
        for (int i = 0; i < epochs.size(); i++) {
            InboxEpoch epoch = epochs.get(i);
            InboxLog log = logs.get(i);
            try (ObjectReader reader = epoch.repository().newObjectReader()) {
                for (int j = log.size() - 1; j >= 0; j--) {
                    if (log.isPurged(j)) {
                        removed.accept(purged(epoch, log, j));
                    } else if (removals.isGone(i, j)) {
                        RawMessage message = message(epoch, reader, log, j, problems);
                        removed.accept(message == null ? purged(epoch, log, j) : message);
                    } else if (!log.isRemoval(j)) {
                        RawMessage message = message(epoch, reader, log, j, problems);
                        if (message == null) {
                            unreadable.get(i).add(log.blob(j), "one message");
                        } else {
                            messages.accept(message);
                        }
                    }
                }
            }
            unreadable.get(i).report(problems);
        }
    }

    private static RawMessage purged(InboxEpoch epoch, InboxLog log, int index) {
        Origin origin = new Origin.Blob(epoch.place(), log.blob(index).name());
        return new RawMessage(origin, new byte[0], "", log.time(index));
    }

    /** What a commit added or removed; null where that is missing or damaged. */
    private static @Nullable RawMessage message(
            InboxEpoch epoch,
            ObjectReader reader,
            InboxLog log,
            int index,
            Consumer<Problem> problems)
            throws IOException {
        ObjectId blob = log.blob(index);
        Origin origin = new Origin.Blob(epoch.place(), blob.name());
        try {
            ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
            if (loader.getSize() > MboxSource.LONGEST) {
                problems.accept(
                        Problem.warning(
                                origin,
                                "the message is %s bytes long; cut after %s"
                                        .formatted(loader.getSize(), MboxSource.LONGEST)));
            }
            return new RawMessage(origin, bytes(loader), "", log.time(index));
        } catch (MissingObjectException | CorruptObjectException e) {
            return null;
        }
    }

    private static byte[] bytes(ObjectLoader loader) throws IOException {
        if (loader.getSize() <= MboxSource.LONGEST) {
            return loader.getCachedBytes(MboxSource.LONGEST);
        }
        try (ObjectStream stream = loader.openStream()) {
            return stream.readNBytes(MboxSource.LONGEST);
        }
    }

    @Override
    public RawMessage read(Origin origin) throws IOException {
        if (origin instanceof Origin.Blob blob) {
            for (InboxEpoch epoch : epochs) {
                if (epoch.place().equals(blob.place())) {
                    try (ObjectReader reader = epoch.repository().newObjectReader()) {
                        ObjectId id = ObjectId.fromString(blob.objectId());
                        byte[] bytes = bytes(reader.open(id, Constants.OBJ_BLOB));
                        return new RawMessage(origin, bytes, "", RawMessage.UNKNOWN);
                    }
                }
            }
        }
        throw new IllegalArgumentException(origin + " is no message of " + place);
    }

    @Override
    public void close() {
        epochs.forEach(InboxEpoch::close);
    }
}
