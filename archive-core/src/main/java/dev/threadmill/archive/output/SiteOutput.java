package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Meanwhile;
import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The output folder of a site, opened for one build. Files are staged by {@link #write} and put in
 * their place by {@link #publish}; without it, {@link #close} leaves the site as it was.
 *
 * <p>A file whose bytes are those of the last build is neither written nor touched. A first build
 * is put in place by one rename of the whole folder (by one for each list when an empty folder
 * stands there already); a later one file by file, with a journal by which the next {@link #open}
 * finishes it should this process be killed. A killed process harms nothing. Should the power fail:
 * the journal and the manifest of a later build are on the disk before anything goes by them, and
 * pages that the system had not written yet are, as those of a first build, left to it: what it
 * lost is written again by the next build that renders it.
 *
 * <p>What the last build wrote is ours: a page that somebody has changed is written again, and one
 * that is no longer in the site is deleted, whatever it holds by then. Nothing else in the folder
 * is ever touched.
 */
public final class SiteOutput implements SiteSink, Closeable {

    /** Hears how far publishing is. */
    public interface Progress {

        /** Hears that {@code done} of {@code total} steps are behind us; called for each. */
        void published(long done, long total);
    }

    private final OutputFolder folder;
    private final PublicFiles disk;
    private final Meanwhile<LastFiles> known;
    private final boolean first;
    private final Staging staging;
    private final Tally amiss = new Tally();
    private final ThreadLocal<MessageDigest> digests = ThreadLocal.withInitial(Hash::sha256);
    private volatile boolean failed;
    private boolean done;

    /** For each file its line in the new manifest; empty when that is the last one. */
    private int[] lines = {};

    private SiteOutput(OutputFolder folder, PublicFiles disk, Meanwhile<LastFiles> known)
            throws IOException {
        this.folder = folder;
        this.disk = disk;
        this.known = known;
        first = !Files.exists(folder.manifest());
        folder.clearStaging();
        disk.openFolder(folder.staging().getParent());
        if (folder.isBeside()) {
            disk.openFolder(folder.tree());
        } else if (first) {
            disk.makeFolder(folder.tree());
        }
        staging =
                first
                        ? new Staging.Tree(folder.tree(), disk)
                        : new Staging.Pieces(folder.staging(), disk);
    }

    /**
     * Opens the folder, which need not exist, and finishes what an interrupted build left undone.
     *
     * @throws IllegalArgumentException when it cannot or must not be written to: a folder of files
     *     that are not ours, a file, a symbolic link, a folder another run writes to
     */
    public static SiteOutput open(Path outputDirectory) throws IOException {
        OutputFolder folder = OutputFolder.take(outputDirectory);
        try {
            folder.clearBeside();
            PublicFiles disk = PublicFiles.like(folder.lockFile());
            Journal.Ending ending = Journal.finish(folder, disk, (done, total) -> {}, 0);
            return new SiteOutput(
                    folder, disk, Meanwhile.begin(() -> LastFiles.of(folder, ending)));
        } catch (IOException | RuntimeException e) {
            try (folder) {
                throw e;
            }
        }
    }

    /**
     * The manifest of the last build, for {@code state} to know whether they belong together; empty
     * when there is none, or when what it says is not to be relied on.
     */
    public Optional<Hash> last() {
        return known.get().manifest();
    }

    private FileTable files() {
        return known.get().files();
    }

    /**
     * Takes one file of the site. Threads may do so at once.
     *
     * @throws IllegalStateException when the file was given before in this build, or another one
     *     whose path differs in case only
     * @throws UncheckedIOException when the disk is full or fails; the site is untouched
     */
    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        take(path, kind, content);
    }

    /** Takes a large file, on the terms of any other. */
    @Override
    public void write(SitePath path, PageKind kind, LargeFile content) {
        take(path, kind, content);
    }

    /** Takes a file on the same terms and returns its number, by which a group remembers it. */
    public int take(SitePath path, PageKind kind, ByteBuffer content) {
        MessageDigest digest = digests.get();
        digest.update(content.duplicate());
        long size = content.remaining();
        return take(path.file(), kind, digest, size, to -> disk.write(to, content.duplicate()));
    }

    /** Takes a large file likewise. */
    public int take(SitePath path, PageKind kind, LargeFile content) {
        MessageDigest digest = digests.get();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(unchanged("'" + path + "' cannot be made", e));
        }
        return take(path.file(), kind, digest, content.size(), to -> disk.write(to, content));
    }

    private int take(
            String file, PageKind kind, MessageDigest digest, long size, Staging.Writing content) {
        if (OutputFolder.isOwn(file)) {
            throw new IllegalArgumentException("'" + file + "' is no place for a page");
        }
        FileTable.Claim claim = files().claim(file, kind, Hash.of(digest), size);
        if (!claim.changed()) {
            if (hasSize(file, size)) {
                return claim.file();
            }
            amiss.add(file);
            files().stage(claim.file());
        }
        try {
            staging.write(claim, file, content);
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException(unchanged("'" + file + "' cannot be written", e));
        }
        return claim.file();
    }

    @Override
    public LargeFile taken(SitePath path) {
        int file = files().find(path.file());
        if (file == FileTable.NONE || !files().isInNow(file)) {
            throw new IllegalArgumentException("this build has no '" + path + "' yet");
        }
        Path place =
                files().isStaged(file)
                        ? staging.place(file, path.file())
                        : folder.site().resolve(path.file());
        return new TakenFile(place, files().size(file));
    }

    /** Begins to record the files of a page or thread, so that a later build can keep them. */
    public FileGroup group() {
        return new FileGroup(this);
    }

    /**
     * Carries over files of the last build as they are.
     *
     * @param lines where they stand in its manifest, from 0
     * @return what is kept; empty, with nothing kept, when the last build had not all of them, or
     *     somebody made one longer or shorter since, so that they must be written
     */
    public Optional<FileGroup> keep(int[] lines) {
        FileTable files = files();
        for (int line : lines) {
            if (!files.canKeep(line) || !hasSize(files.path(line), files.size(line))) {
                return Optional.empty();
            }
        }
        FileGroup kept = group();
        for (int line : lines) {
            files.keep(line);
            kept.add(line);
        }
        return Optional.of(kept);
    }

    /** Costs next to nothing, and most of what people do to a page shows in its length. */
    private boolean hasSize(String file, long size) {
        File there = folder.site().resolve(file).toFile();
        // A file that is not there has no length either.
        return there.length() == size && (size > 0 || there.exists());
    }

    /**
     * Carries over all files of the last build as they are, where none was given before.
     *
     * @return false, with nothing kept, when somebody made one longer or shorter since, or removed
     *     it
     */
    public boolean keepAll() {
        FileTable files = files();
        boolean asTheyWere =
                IntStream.range(0, files.count())
                        .parallel()
                        .allMatch(file -> hasSize(files.path(file), files.size(file)));
        if (asTheyWere) {
            files.keepAll();
        }
        return asTheyWere;
    }

    /**
     * The message pages that {@link #publish} would take away if it came now.
     *
     * @param mayGo which of them may go and are not counted
     */
    public Removals pending(Predicate<SitePath> mayGo) {
        FileTable files = files();
        long messages = 0;
        Optional<String> first = Optional.empty();
        for (int i = 0; i < files.count(); i++) {
            if (!files.losesMessage(i)) {
                continue;
            }
            String path = files.path(i);
            if (!mayGo.test(new SitePath(path))) {
                first =
                        first.filter(known -> known.compareTo(path) < 0)
                                .or(() -> Optional.of(path));
                messages++;
            }
        }
        return new Removals(messages, first.map(SitePath::new));
    }

    /** The kinds of which the last build had files and this one has none. */
    public Set<PageKind> lostKinds() {
        FileTable files = files();
        Set<PageKind> lost = EnumSet.noneOf(PageKind.class);
        Set<PageKind> kept = EnumSet.noneOf(PageKind.class);
        for (int i = 0; i < files.count(); i++) {
            (files.isInNow(i) ? kept : lost).add(files.kind(i));
        }
        lost.removeAll(kept);
        return lost;
    }

    /**
     * Whether messages of the last build are addressed by their Message-IDs as they stand, which
     * all hold an {@code @}; empty where it had no message pages.
     */
    public Optional<Boolean> lastNamedIds() {
        FileTable files = files();
        Optional<Boolean> named = Optional.empty();
        for (int i = 0; i < files.count(); i++) {
            if (files.isInLast(i) && files.kind(i) == PageKind.MESSAGE) {
                named = Optional.of(files.path(i).indexOf('@') >= 0);
                if (named.get()) {
                    break;
                }
            }
        }
        return named;
    }

    /**
     * Puts everything in its place; the last call before {@link #close}.
     *
     * @throws IllegalArgumentException when a file or link that is not ours stands where something
     *     has to change; the site is untouched
     * @throws IOException when the disk is full or fails; the sentence says what became of the site
     */
    public Published publish(Progress progress) throws IOException {
        if (failed || done) {
            throw new IllegalStateException("a build is published once, and not after a failure");
        }
        done = true;
        FileTable files = files();
        if (last().isPresent() && files.isAsLast()) {
            return Published.of(files, 0, 0, last().get(), List.of());
        }
        Publication publication = new Publication(folder, files);
        Hash manifest;
        try {
            publication.check(first);
            manifest = publication.writeManifest();
            disk.openFile(folder.staging().resolve(Journal.MANIFEST));
            if (first && folder.isBeside()) {
                folder.moveIntoPlace();
            } else if (first) {
                publication.commitTree();
            } else {
                publication.commit();
            }
        } catch (IOException e) {
            throw unchanged("the site cannot be published", e);
        }
        try {
            long steps = publication.written() + publication.removed() + 1;
            Journal.finish(folder, disk, progress, steps);
        } catch (IOException e) {
            throw new IOException(
                    "%s: publishing was interrupted (%s); the next run will finish it"
                            .formatted(folder.name(), OutputFolder.reason(e)),
                    e);
        }
        lines = publication.lines();
        return report(publication, manifest);
    }

    /** Where a file stands in the manifest of the build that is published. */
    int line(int file) {
        if (!done) {
            throw new IllegalStateException("a build that is not published has no manifest");
        }
        return lines.length == 0 ? file : lines[file];
    }

    private Published report(Publication publication, Hash manifest) {
        FileTable files = files();
        List<String> remarks = new ArrayList<>();
        amiss.sentence("had been changed or removed since the last build; written again")
                .ifPresent(remarks::add);
        publication
                .leftAlone()
                .sentence("may not be ours, as the manifest was damaged; left where they are")
                .ifPresent(remarks::add);
        return Published.of(files, publication.written(), publication.removed(), manifest, remarks);
    }

    private IOException unchanged(String what, IOException e) {
        return new IOException(
                "%s: %s (%s); the site is as it was, run again when that is mended"
                        .formatted(folder.name(), what, OutputFolder.reason(e)),
                e);
    }

    /** Lets go of the folder; what was not published is discarded. */
    @Override
    public void close() throws IOException {
        folder.close();
    }
}
