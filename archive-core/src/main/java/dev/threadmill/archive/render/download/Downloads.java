package dev.threadmill.archive.render.download;

import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes mail to take away: each month as an mbox, and all months in one file or one for each year.
 * Months are gzip files, and any number of those one after the other is one again (RFC 1952 §2.2):
 * larger files are put together of what was written already.
 */
public final class Downloads {

    /** Hosts warn of larger files, and people break them off. */
    private final long most;

    private final Links links;
    private final ContentLoader loader;
    private final SiteSink sink;

    public Downloads(Links links, ContentLoader loader, SiteSink sink, long most) {
        this.links = links;
        this.loader = loader;
        this.sink = sink;
        this.most = most;
    }

    /**
     * A file of a list's mail.
     *
     * @param year the year it is for; 0 when it is for all of them
     */
    public record Download(SitePath path, int year) {

        /** Its name in the folder of its list. */
        public String name() {
            return path.value().substring(path.value().lastIndexOf('/') + 1);
        }
    }

    /** Writes the messages that arrived in one month, in source order. */
    public void month(ListPlan plan, YearMonth month, MailBuffers buffers) throws IOException {
        buffers.gzip.start();
        for (Message message : plan.mail().getOrDefault(month, List.of())) {
            byte[] raw = loader.raw(message);
            buffers.mail.clear();
            MboxWriter.append(buffers.mail, raw, message.arrived());
            MboxWriter.separate(buffers.mail, raw);
            buffers.gzip.write(buffers.mail.content());
        }
        Spill mbox = buffers.gzip.finish();
        mbox.giveTo(sink, links.permalinks().monthMbox(plan.index(), month), PageKind.MBOX);
    }

    /** Writes the files of a list's whole mail; its months have been. */
    public void all(ListPlan plan) {
        files(plan)
                .forEach(
                        (file, months) -> {
                            List<LargeFile> parts = months.stream().map(sink::taken).toList();
                            sink.write(file.path(), PageKind.MBOX, new Joined(parts));
                        });
    }

    /** The files of a list's whole mail, earliest first; its months have been written. */
    public List<Download> of(ListPlan plan) {
        return links.writes(PageKind.MBOX) ? List.copyOf(files(plan).keySet()) : List.of();
    }

    /** For each file the months it is made of. */
    private SortedMap<Download, List<SitePath>> files(ListPlan plan) {
        SortedMap<Download, List<SitePath>> files =
                new TreeMap<>((a, b) -> Integer.compare(a.year(), b.year()));
        int list = plan.index();
        long size = 0;
        for (YearMonth month : plan.mail().keySet()) {
            size += sink.taken(links.permalinks().monthMbox(list, month)).size();
        }
        for (YearMonth month : plan.mail().keySet()) {
            Download file =
                    size <= most
                            ? new Download(links.permalinks().allMbox(list), 0)
                            : new Download(
                                    links.permalinks().yearMbox(list, month.getYear()),
                                    month.getYear());
            files.computeIfAbsent(file, f -> new ArrayList<>())
                    .add(links.permalinks().monthMbox(list, month));
        }
        return files;
    }

    /** Files one after the other. */
    private record Joined(List<LargeFile> parts) implements LargeFile {

        @Override
        public long size() {
            return parts.stream().mapToLong(LargeFile::size).sum();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            for (LargeFile part : parts) {
                part.writeTo(out);
            }
        }
    }
}
