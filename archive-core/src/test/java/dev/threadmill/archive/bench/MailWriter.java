package dev.threadmill.archive.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes archives of invented mail, of any size, as mboxrd. What people write to mailing lists was
 * measured (sizes, threads, references, quotes, patches, attachments, encodings, cross-posts) and
 * is imitated; the same options give the same bytes on every machine. Memory does not grow with the
 * archive.
 *
 * <pre>{@code
 * MailWriter.write(MailOptions.of(100_000).withLists(3), folder);
 * }</pre>
 */
public final class MailWriter {

    private final MailOptions options;
    private final List<MailList> lists = new ArrayList<>();
    private final List<OutputStream> outs;
    private final Text text = new Text();
    private final Text body = new Text();

    private MailWriter(MailOptions options, List<OutputStream> outs) {
        this.options = options;
        this.outs = outs;
        for (int list = 0; list < options.lists(); list++) {
            lists.add(MailList.of(list));
        }
    }

    /**
     * Writes one mbox per list into {@code folder}, and replaces what is there.
     *
     * @return the files, in the order of the lists
     */
    public static List<Path> write(MailOptions options, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        List<OutputStream> outs = new ArrayList<>();
        try {
            for (int list = 0; list < options.lists(); list++) {
                files.add(folder.resolve(MailList.of(list).name() + ".mbox"));
                outs.add(new BufferedOutputStream(Files.newOutputStream(files.get(list)), 1 << 16));
            }
            new MailWriter(options, outs).writeAll();
        } finally {
            for (OutputStream out : outs) {
                out.close();
            }
        }
        return files;
    }

    /** Writes an archive of one list. */
    public static void write(MailOptions options, OutputStream out) throws IOException {
        new MailWriter(options.withLists(1), List.of(out)).writeAll();
        out.flush();
    }

    private void writeAll() throws IOException {
        MailArrivals arrivals = new MailArrivals(options);
        for (int number = 0; number < options.messages(); number++) {
            MessageSketch message = arrivals.next();
            body.clear();
            BodyText.write(body, message);
            boolean huge = options.hugeBytes() > 0 && number == options.messages() / 2;
            int delay = 0;
            for (int list : message.thread().lists()) {
                write(message, list, message.arrived() + delay, huge);
                delay++;
            }
        }
    }

    private void write(MessageSketch message, int list, long arrived, boolean huge)
            throws IOException {
        OutputStream out = outs.get(list);
        text.clear();
        text.add("From mboxrd@z ");
        Dates.asctime(text, arrived);
        text.add('\n');
        text.writeTo(out, 0, text.length());
        text.clear();
        HeaderText.write(text, message, lists.get(list), arrived);
        if (huge) {
            HugeMessage.write(out, text, message.dice('U'), options.hugeBytes());
        } else {
            MimeText.write(text, message, body, lists.get(list));
            quote(out);
        }
        out.write('\n');
    }

    /** Writes the text with one more {@code >} before every {@code >*From } that begins a line. */
    private void quote(OutputStream out) throws IOException {
        int written = 0;
        for (int start = 0; start < text.length(); start = text.lineEnd(start) + 1) {
            int at = start;
            while (at < text.length() && text.at(at) == '>') {
                at++;
            }
            if (startsFrom(at)) {
                text.writeTo(out, written, start);
                out.write('>');
                written = start;
            }
        }
        text.writeTo(out, written, text.length());
    }

    private boolean startsFrom(int at) {
        return at + 4 < text.length()
                && text.at(at) == 'F'
                && text.at(at + 1) == 'r'
                && text.at(at + 2) == 'o'
                && text.at(at + 3) == 'm'
                && text.at(at + 4) == ' ';
    }

    /**
     * Writes an archive from the command line: {@code MailWriter folder [messages [lists [seed
     * [hugeThread [hugeDay [hugeBytes]]]]]]}.
     */
    public static void main(String[] args) throws IOException {
        long[] figures = {100_000, 1, 1, 0, 0, 0};
        for (int i = 1; i < args.length; i++) {
            figures[i - 1] = Long.parseLong(args[i].replace("_", ""));
        }
        MailOptions options =
                new MailOptions(
                        Math.toIntExact(figures[0]),
                        Math.toIntExact(figures[1]),
                        figures[2],
                        Math.toIntExact(figures[3]),
                        Math.toIntExact(figures[4]),
                        figures[5]);
        write(options, Path.of(args[0])).forEach(System.out::println);
    }
}
