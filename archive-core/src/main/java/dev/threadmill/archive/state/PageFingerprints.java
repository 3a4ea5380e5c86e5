package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.FileGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each page or thread of the last build was made of and which files it made, so that one whose
 * inputs are the same is kept and not rendered. Belongs to one manifest: for a site that another
 * run has published, or that was lost, it knows nothing. Thread-safe.
 *
 * <p>A page is found by the hash of its inputs, in which its own name has to be. The ids that its
 * messages mention are known only after rendering, so that they stand beside: whoever finds it asks
 * where they lead now, and keeps it when that is where they led then.
 */
public final class PageFingerprints {

    static final Comparator<Hash> ORDER =
            Comparator.comparingLong(Hash::high).thenComparingLong(Hash::low);

    private static final String FORMAT = "threadmill-pages 1 ";

    /** In the index: a hash, and where the page stands behind it. */
    private static final int ENTRY = 3 * Long.BYTES;

    private final Path file;
    private final String format;
    private final @Nullable Decoder known;
    private final int count;
    private final List<Page> added = new ArrayList<>();

    private record Page(
            Hash inputs,
            List<MessageId> mentions,
            Hash links,
            FileGroup files,
            List<Problem> problems) {}

    private PageFingerprints(Path file, String format, @Nullable Decoder known, int count) {
        this.file = file;
        this.format = format;
        this.known = known;
        this.count = count;
    }

    static PageFingerprints open(Path file, String version, Optional<Hash> manifest)
            throws IOException {
        String format = FORMAT + version;
        Optional<Decoder> known =
                manifest.isPresent() ? SealedBytes.read(file, format) : Optional.empty();
        if (known.isPresent() && known.get().hash().equals(manifest.get())) {
            Decoder in = known.get();
            int count = in.count();
            return new PageFingerprints(file, format, in, count);
        }
        return new PageFingerprints(file, format, null, 0);
    }

    /**
     * The page that was made of these inputs.
     *
     * @param inputs the hash of all that decides what is on it, but for where the ids lead that its
     *     messages mention
     */
    public Optional<RememberedPage> find(Hash inputs) {
        if (known == null) {
            return Optional.empty();
        }
        int index = known.position();
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Decoder entry = known.at(index + middle * ENTRY);
            int order = ORDER.compare(entry.hash(), inputs);
            if (order == 0) {
                return Optional.of(decode(known.at(index + count * ENTRY + (int) entry.fixed())));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /**
     * Remembers a page, rendered or kept.
     *
     * @param mentions the ids that its messages mention, and link or would link
     * @param links a hash of where each of them leads
     * @param problems what was found in rendering it
     */
    public void add(
            Hash inputs,
            List<MessageId> mentions,
            Hash links,
            FileGroup files,
            List<Problem> problems) {
        Page page = new Page(inputs, List.copyOf(mentions), links, files, List.copyOf(problems));
        synchronized (added) {
            added.add(page);
        }
    }

    /**
     * Writes down the pages that were added, and only those, for the next build.
     *
     * @param manifest that of the site, which is published
     * @throws IllegalStateException when two pages have the same inputs
     */
    public void save(Hash manifest) throws IOException {
        List<Page> pages;
        synchronized (added) {
            pages = new ArrayList<>(added);
        }
        pages.sort(Comparator.comparing(Page::inputs, ORDER));
        Encoder index = new Encoder();
        Encoder bodies = new Encoder();
        Hash before = null;
        for (Page page : pages) {
            if (page.inputs().equals(before)) {
                throw new IllegalStateException("two pages have the same inputs " + before);
            }
            before = page.inputs();
            index.hash(before).fixed(bodies.size());
            encode(page, bodies);
        }
        Encoder out = new Encoder().hash(manifest).number(pages.size());
        SealedBytes.write(file, format, out.bytes(index.written()).bytes(bodies.written()));
    }

    private static void encode(Page page, Encoder out) {
        out.hash(page.links()).number(page.mentions().size());
        page.mentions().forEach(id -> out.text(id.value()));
        int[] lines = page.files().lines();
        Arrays.sort(lines);
        out.number(lines.length);
        int before = 0;
        for (int line : lines) {
            out.number(line - before);
            before = line;
        }
        out.number(page.problems().size());
        page.problems().forEach(out::problem);
    }

    private static RememberedPage decode(Decoder in) {
        Hash links = in.hash();
        List<MessageId> mentions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            mentions.add(new MessageId(in.text()));
        }
        int[] lines = new int[in.count()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i == 0 ? 0 : lines[i - 1]) + in.count();
        }
        List<Problem> problems = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            problems.add(in.problem());
        }
        return new RememberedPage(mentions, links, lines, problems);
    }
}
