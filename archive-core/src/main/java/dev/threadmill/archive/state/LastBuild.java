package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MessageId;
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

    private static final String FORMAT = "threadmill-build 2";

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
     * @param problems all that was wrong with the mail
     * @param accounts what became of the messages that are not simply shown
     */
    @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
    public record Outcome(byte[] report, List<Problem> problems, List<Account> accounts) {
        public Outcome {
            problems = List.copyOf(problems);
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * The outcome of the last build, if it had these inputs and its site stands.
     *
     * @param inputs a hash of all that decides what a build comes to
     */
    public Optional<Outcome> find(Hash inputs) throws IOException {
        Optional<Decoder> known = SealedBytes.read(file, FORMAT);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Decoder in = known.get();
        Hash itsInputs = in.hash();
        Hash itsSite = in.hash();
        if (!itsInputs.equals(inputs) || !output.last().equals(Optional.of(itsSite))) {
            return Optional.empty();
        }
        byte[] report = in.bytes(in.count());
        List<Problem> problems = problems(in);
        List<Account> accounts = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            accounts.add(account(in));
        }
        return Optional.of(new Outcome(report, problems, accounts));
    }

    private static List<Problem> problems(Decoder in) {
        List<Problem> problems = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            problems.add(in.problem());
        }
        return problems;
    }

    private static Account account(Decoder in) {
        String list = in.text();
        int number = (int) in.signed();
        String place = in.text();
        String id = in.text();
        Account.Outcome outcome = Account.Outcome.valueOf(in.text());
        return new Account(
                list,
                number < 0 ? Optional.empty() : Optional.of(number),
                place,
                number < 0 ? Optional.empty() : Optional.of(new MessageId(id)),
                outcome,
                in.text(),
                in.text(),
                problems(in));
    }

    /**
     * Remembers a build.
     *
     * @param manifest that of the site, which is published
     */
    public void save(Hash inputs, Hash manifest, Outcome outcome) throws IOException {
        Encoder out = new Encoder().hash(inputs).hash(manifest);
        out.number(outcome.report().length).bytes(ByteBuffer.wrap(outcome.report()));
        write(outcome.problems(), out);
        out.number(outcome.accounts().size());
        outcome.accounts().forEach(account -> write(account, out));
        SealedBytes.write(file, FORMAT, out);
    }

    private static void write(List<Problem> problems, Encoder out) {
        out.number(problems.size());
        problems.forEach(out::problem);
    }

    /** A source has no number and no id. */
    private static void write(Account account, Encoder out) {
        out.text(account.list()).signed(account.number().orElse(-1)).text(account.place());
        out.text(account.id().map(MessageId::value).orElse(""));
        out.text(account.outcome().name()).text(account.of()).text(account.why());
        write(account.problems(), out);
    }
}
