package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.output.FileGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each unit of the last build was made of and which files it made, so that one whose inputs
 * are the same is kept and not made. Belongs to one manifest: for a site that another run has
 * published, or that was lost, it knows nothing. Thread-safe.
 *
 * <p>A unit is found by the hash of its inputs, in which its own name has to be. The ids that it
 * mentions are known only when it is made, so that they stand beside: whoever finds it asks where
 * they lead now, and keeps it when that is where they led then.
 */
final class UnitFingerprints {

    private static final String FORMAT = "threadmill-units 1 ";

    /** In the index: a hash, and where the unit stands behind it. */
    private static final int ENTRY = 3 * Long.BYTES;

    private final Path file;
    private final String format;
    private final @Nullable Decoder known;
    private final int count;
    private final List<Unit> added = new ArrayList<>();

    private record Unit(Hash inputs, RememberedUnit made, FileGroup files) {}

    private UnitFingerprints(Path file, String format, @Nullable Decoder known, int count) {
        this.file = file;
        this.format = format;
        this.known = known;
        this.count = count;
    }

    /**
     * Opens what is known.
     *
     * @param version of whatever decides how all pages look
     * @param manifest that of the site they belong to; empty when it is not known
     */
    static UnitFingerprints open(Path file, String version, Optional<Hash> manifest)
            throws IOException {
        String format = FORMAT + version;
        Optional<Decoder> known =
                manifest.isPresent() ? SealedBytes.read(file, format) : Optional.empty();
        if (known.isPresent() && known.get().hash().equals(manifest.get())) {
            Decoder in = known.get();
            int count = in.count();
            return new UnitFingerprints(file, format, in, count);
        }
        return new UnitFingerprints(file, format, null, 0);
    }

    /**
     * The unit that was made of these inputs.
     *
     * @param inputs the hash of all that decides what is in it, but for where the ids lead that it
     *     mentions
     */
    Optional<RememberedUnit> find(Hash inputs) {
        if (known == null) {
            return Optional.empty();
        }
        int index = known.position();
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Decoder entry = known.at(index + middle * ENTRY);
            int order = entry.hash().compareTo(inputs);
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
     * Remembers a unit, made or kept.
     *
     * @param made the lines of its files do not count: {@code files} says them
     */
    void add(Hash inputs, RememberedUnit made, FileGroup files) {
        synchronized (added) {
            added.add(new Unit(inputs, made, files));
        }
    }

    /**
     * Writes down the units that were added, and only those, for the next build.
     *
     * @param manifest that of the site, which is published
     * @throws IllegalStateException when two units have the same inputs
     */
    void save(Hash manifest) throws IOException {
        List<Unit> units;
        synchronized (added) {
            units = new ArrayList<>(added);
        }
        units.sort(Comparator.comparing(Unit::inputs));
        Encoder index = new Encoder();
        Encoder bodies = new Encoder();
        Hash before = null;
        for (Unit unit : units) {
            if (unit.inputs().equals(before)) {
                throw new IllegalStateException("two units have the same inputs " + before);
            }
            before = unit.inputs();
            index.hash(before).fixed(bodies.size());
            encode(unit, bodies);
        }
        Encoder out = new Encoder().hash(manifest).number(units.size());
        SealedBytes.write(file, format, out.bytes(index.written()).bytes(bodies.written()));
    }

    private static void encode(Unit unit, Encoder out) {
        RememberedUnit made = unit.made();
        out.hash(made.links()).number(made.mentions().size());
        made.mentions().forEach(id -> out.text(id.value()));
        int[] lines = unit.files().lines();
        Arrays.sort(lines);
        out.number(lines.length);
        int before = 0;
        for (int line : lines) {
            out.number(line - before);
            before = line;
        }
        out.number(made.findings().size());
        for (Finding finding : made.findings()) {
            out.signed(finding.message()).problem(finding.problem());
        }
        out.number(made.finds().length).bytes(ByteBuffer.wrap(made.finds()));
    }

    private static RememberedUnit decode(Decoder in) {
        Hash links = in.hash();
        List<MessageId> mentions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            mentions.add(new MessageId(in.text()));
        }
        int[] lines = new int[in.count()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i == 0 ? 0 : lines[i - 1]) + in.count();
        }
        List<Finding> findings = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            int message = (int) in.signed();
            findings.add(new Finding(message, in.problem()));
        }
        return new RememberedUnit(mentions, links, lines, findings, in.bytes(in.count()));
    }
}
