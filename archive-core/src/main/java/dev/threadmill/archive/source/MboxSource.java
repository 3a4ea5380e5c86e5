package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The messages of an mbox file, compressed or not: mboxrd, mboxo, Pipermail's text, what mail
 * programs keep.
 */
final class MboxSource implements MessageSource {

    /** Longer messages are cut: what no page can show must not stop a build. */
    static final int LONGEST = 256 << 20;

    private final MailFile file;
    private final MboxForm form;
    private final int longest;

    MboxSource(MailFile file, MboxForm form) {
        this(file, form, LONGEST);
    }

    MboxSource(MailFile file, MboxForm form, int longest) {
        this.file = file;
        this.form = form;
        this.longest = longest;
    }

    @Override
    public String place() {
        return file.place();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public void read(Consumer<RawMessage> messages, Consumer<Problem> problems) throws IOException {
        file.reportDamage(problems);
        MboxScanner scanner = new MboxScanner(file, form);
        scanner.next();
        readPreamble(scanner, messages, problems);
        readRest(scanner, messages, problems);
    }

    @Override
    public boolean grows() {
        return !file.isCompressed() && !form.counts();
    }

    @Override
    public boolean readFrom(
            Origin.Slice last, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        MboxScanner scanner = new MboxScanner(file, form);
        scanner.next();
        if (!grows() || scanner.fromLines() == 0 || last.offset() <= scanner.start()) {
            return false;
        }
        scanner.resume(last.offset());
        readRest(scanner, messages, problems);
        return true;
    }

    private void readRest(
            MboxScanner scanner, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        while (scanner.next()) {
            if (scanner.length() == 0) {
                problems.accept(
                        Problem.warning(
                                origin(scanner),
                                "no message follows the line 'From %s'; passed over"
                                        .formatted(scanner.fromLine())));
            } else {
                messages.accept(message(scanner, problems));
            }
        }
        scanner.remarks().report(file.place(), problems);
    }

    /** A file whose front was lost, or that never had a From line before its first message. */
    private void readPreamble(
            MboxScanner scanner, Consumer<RawMessage> messages, Consumer<Problem> problems)
            throws IOException {
        byte[] head = scanner.bytes(1000);
        int text = 0;
        while (text < head.length && (head[text] == '\n' || head[text] == '\r')) {
            text++;
        }
        if (text == head.length) {
            return;
        }
        if (FromLine.isHeaderField(head, text, head.length)) {
            problems.accept(
                    Problem.warning(
                            origin(scanner),
                            "no From line stands before the first message; read without it"));
            messages.accept(message(scanner, problems));
        } else {
            problems.accept(
                    Problem.warning(
                            origin(scanner),
                            "the first %s bytes are no message ('%s'); passed over: look whether the file's beginning was lost"
                                    .formatted(scanner.length(), FromLine.text(head, text, 60))));
        }
    }

    private RawMessage message(MboxScanner scanner, Consumer<Problem> problems) throws IOException {
        Origin.Slice origin = origin(scanner);
        if (scanner.length() > longest) {
            problems.accept(
                    Problem.warning(
                            origin,
                            "the message is %s bytes long; cut after %s"
                                    .formatted(scanner.length(), longest)));
        }
        return new RawMessage(
                origin, scanner.bytes(longest), scanner.fromLine(), RawMessage.UNKNOWN);
    }

    private Origin.Slice origin(MboxScanner scanner) {
        return new Origin.Slice(file.place(), scanner.start(), Math.min(scanner.length(), longest));
    }

    @Override
    public RawMessage read(Origin origin) throws IOException {
        if (!(origin instanceof Origin.Slice slice)
                || !slice.place().equals(file.place())
                || slice.length() > longest) {
            throw new IllegalArgumentException(origin + " is no message of " + file.place());
        }
        int before = (int) Math.min(slice.offset(), FromLine.LONGEST);
        byte[] bytes = file.read(slice.offset() - before, before + (int) slice.length());
        byte[] message = Arrays.copyOfRange(bytes, before, bytes.length);
        return new RawMessage(
                origin,
                form.unquoted(message),
                FromLine.envelopeBefore(bytes, before),
                RawMessage.UNKNOWN);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
