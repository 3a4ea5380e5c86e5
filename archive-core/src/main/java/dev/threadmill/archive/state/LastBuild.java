package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.SiteOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the last build came to, so that one of the very same mail and settings has nothing to do.
 * Belongs to one manifest, as {@link UnitFingerprints} do.
 */
public final class LastBuild {

    private static final String FORMAT = "threadmill-build 1";

    private final Path file;
    private final SiteOutput output;

    LastBuild(Path file, SiteOutput output) {
        this.file = file;
        this.output = output;
    }

    /**
     * What is not to be found in the published files.
     *
     * @param report what its maker made of it; not to be changed
     * @param problems those found in making the pages
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    public record Outcome(byte[] report, List<Problem> problems) {
        public Outcome {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The outcome of the last build, if it had these inputs and its site stands.
     *
     * @param inputs a hash of all that decides what a build comes to
     */
    public Optional<Outcome> find(Hash inputs) throws IOException {
        Optional<Decoder> known = SealedBytes.read(file, FORMAT);
        if (known.isEmpty()
                || !known.get().hash().equals(inputs)
                || !Optional.of(known.get().hash()).equals(output.last())) {
            return Optional.empty();
        }
        Decoder in = known.get();
        byte[] report = in.bytes(in.count());
        List<Problem> problems = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            problems.add(in.problem());
        }
        return Optional.of(new Outcome(report, problems));
    }

    /**
     * Remembers a build.
     *
     * @param manifest that of the site, which is published
     */
    public void save(Hash inputs, Hash manifest, Outcome outcome) throws IOException {
        Encoder out = new Encoder().hash(inputs).hash(manifest);
        out.number(outcome.report().length).bytes(ByteBuffer.wrap(outcome.report()));
        out.number(outcome.problems().size());
        outcome.problems().forEach(out::problem);
        SealedBytes.write(file, FORMAT, out);
    }
}
