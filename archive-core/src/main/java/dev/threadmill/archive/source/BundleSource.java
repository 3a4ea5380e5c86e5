package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FileUtils;
import org.jspecify.annotations.Nullable;

/**
 * An epoch of a public-inbox as a git bundle: the pack of a repository behind a list of branches.
 * It becomes a temporary repository when the first message is wanted.
 */
final class BundleSource implements MessageSource {

    private final Path bundle;
    private final String place;
    private final Scratch scratch;
    private final long size;
    private @Nullable Path folder;
    private @Nullable InboxSource inbox;
    private @Nullable Problem damage;

    BundleSource(Path bundle, String place, Scratch scratch) throws IOException {
        this.bundle = bundle;
        this.place = place;
        this.scratch = scratch;
        this.size = Files.size(bundle) * InboxFolder.USUAL_RATIO;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bundle))) {
            BundleHeader header = header(in);
            if (!header.prerequisite().isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: the bundle only continues from commit '%s'; give a whole one, which 'git bundle create %s --all' makes"
                                .formatted(place, header.prerequisite(), Folder.fileName(bundle)));
            }
            if (header.tip().isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: the bundle has no branch; give one that has, which 'git bundle create %s --all' makes in the inbox"
                                .formatted(place, Folder.fileName(bundle)));
            }
        }
    }

    private BundleHeader header(InputStream in) {
        try {
            return BundleHeader.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s: the bundle cannot be read (%s); get the file again, uncompressed"
                            .formatted(place, e.getMessage()),
                    e);
        }
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
        InboxSource unpacked = inbox();
        if (damage != null) {
            problems.accept(damage);
        }
        if (unpacked != null) {
            unpacked.read(messages, removed, problems);
        }
    }

    @Override
    public RawMessage read(Origin origin) throws IOException {
        InboxSource unpacked = inbox();
        if (unpacked == null) {
            throw new IllegalArgumentException(origin + " is no message of " + place);
        }
        return unpacked.read(origin);
    }

    private synchronized @Nullable InboxSource inbox() throws IOException {
        if (inbox == null && damage == null) {
            // JGit wants a folder for a repository; its name is that of a file which is ours.
            Path file = scratch.store(Folder.fileName(bundle), InputStream.nullInputStream());
            folder = file.resolveSibling(Folder.fileName(file) + ".git");
            Repository repository = QuietJGit.open(folder, false);
            try {
                repository.create(true);
                inbox = unpack(repository);
            } finally {
                if (inbox == null) {
                    repository.close();
                }
            }
        }
        return inbox;
    }

    private @Nullable InboxSource unpack(Repository repository) throws IOException {
        BundleHeader header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(bundle));
                ObjectInserter inserter = repository.newObjectInserter()) {
            header = BundleHeader.read(in);
            inserter.newPackParser(in).parse(NullProgressMonitor.INSTANCE);
            inserter.flush();
        } catch (IOException e) {
            damage =
                    Problem.error(
                            place,
                            "the bundle cannot be unpacked ('%s'), so no message was read: get the file again ('git bundle verify' tests it)"
                                    .formatted(e.getMessage()));
            return null;
        }
        return InboxEpoch.of(repository, ObjectId.fromString(header.tip()), place)
                .map(epoch -> new InboxSource(place, List.of(epoch), size))
                .orElseThrow(() -> InboxFolder.noInbox(place));
    }

    @Override
    public synchronized void close() throws IOException {
        if (inbox != null) {
            inbox.close();
        }
        if (folder != null) {
            int options = FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.RETRY;
            FileUtils.delete(folder.toFile(), options);
        }
    }
}
