package dev.threadmill.archive.render;

import dev.threadmill.archive.body.BodyRenderer;
import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Attachment;
import dev.threadmill.archive.mail.ContentLoader;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Scratch;
import dev.threadmill.archive.mail.Subject;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.render.download.AttachedFile;
import dev.threadmill.archive.render.feed.SummaryMemory;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.site.HeldIds;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.Mailmap;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.site.SiteSink;
import dev.threadmill.archive.site.Unindexed;
import dev.threadmill.archive.thread.Threader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mail in words, and the site it becomes. */
final class GivenArchive {

    private final List<MailingList> lists = new ArrayList<>();
    private final List<List<Message>> messages = new ArrayList<>();
    private final Map<Hash, ContentLoader.Loaded> contents = new HashMap<>();
    private final Set<PageKind> kinds = EnumSet.allOf(PageKind.class);
    private Optional<URI> siteUrl = Optional.of(URI.create("https://example.org/mail/"));
    private Path templates = Path.of("no-such-folder");
    private String cname = "";
    final List<String> spools = Collections.synchronizedList(new ArrayList<>());

    /** The ids of messages, each as often as it was read. */
    final List<String> reads = Collections.synchronizedList(new ArrayList<>());

    /** A list; the mail that follows goes to it. */
    GivenArchive list(String name) {
        return list(
                new MailingList(name, name, "The " + name + " list", "", name + "@example.org"));
    }

    GivenArchive list(MailingList list) {
        lists.add(list);
        messages.add(new ArrayList<>());
        return this;
    }

    GivenArchive templates(Path directory) {
        templates = directory;
        return this;
    }

    GivenArchive without(PageKind... without) {
        kinds.removeAll(Arrays.asList(without));
        return this;
    }

    GivenArchive cname(String host) {
        cname = host;
        return this;
    }

    GivenArchive siteUrl(String url) {
        siteUrl = url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url));
        return this;
    }

    /** One message, to be said in words; {@link Mail#in} puts it into the last list. */
    Mail mail(String id) {
        return new Mail(id);
    }

    final class Mail {

        private final String id;
        private final List<Part> parts = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private Address from = new Address("Ann Ash", "ann@example.org");
        private List<Address> to = List.of();
        private List<Address> cc = List.of();
        private String subject = "A plan";
        private String date = "";
        private long sent = Instant.parse("2024-03-01T08:05:00Z").getEpochSecond();
        private List<MessageId> references = List.of();
        private boolean idMissing;
        private boolean sentRepaired;
        private String raw = "";
        private String changeId = "";
        private @Nullable Tombstone tombstone;

        Mail(String id) {
            this.id = id;
        }

        Mail from(String name, String email) {
            from = new Address(name, email);
            return this;
        }

        Mail to(Address... people) {
            to = List.of(people);
            return this;
        }

        Mail cc(Address... people) {
            cc = List.of(people);
            return this;
        }

        Mail subject(String text) {
            subject = text;
            return this;
        }

        /** When it was sent, and how its header says it. */
        Mail sent(String instant, String header) {
            sent = Instant.parse(instant).getEpochSecond();
            date = header;
            return this;
        }

        Mail after(long seconds) {
            sent += seconds;
            return this;
        }

        Mail answers(String... ids) {
            references = Arrays.stream(ids).map(MessageId::new).toList();
            return this;
        }

        Mail says(String text) {
            parts.add(
                    new TextPart(
                            "" + (parts.size() + 1), "text/plain", "", text, false, false, null));
            return this;
        }

        Mail holds(String name, String type, byte[] bytes) {
            parts.add(new Attachment("" + (parts.size() + 1), name, type, "", "", bytes));
            return this;
        }

        Mail with(Problem problem) {
            problems.add(problem);
            return this;
        }

        Mail changeId(String text) {
            changeId = text;
            return this;
        }

        Mail idMissing() {
            idMissing = true;
            return this;
        }

        Mail removed(String date, String reason) {
            tombstone = new Tombstone("removed", date, reason);
            return this;
        }

        Mail sentRepaired() {
            sentRepaired = true;
            return this;
        }

        Mail raw(String bytes) {
            raw = bytes;
            return this;
        }

        GivenArchive in() {
            int list = lists.size() - 1;
            int number = messages.get(list).size();
            String source =
                    raw.isEmpty()
                            ? "Message-ID: <%s>\nList: %d\n\n%s\n".formatted(id, list, parts)
                            : raw;
            byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
            Hash hash = Hash.of(bytes);
            List<MessageId> parent =
                    references.isEmpty()
                            ? List.of()
                            : List.of(references.get(references.size() - 1));
            MessageContent content =
                    new MessageContent(
                            from.isEmpty() ? List.of() : List.of(from),
                            Address.NONE,
                            to,
                            cc,
                            List.of(),
                            subject,
                            date,
                            parent,
                            parts,
                            problems);
            contents.put(hash, new ContentLoader.Loaded(bytes, content));
            Message message =
                    new Message(
                            new MessageId(id),
                            idMissing,
                            references,
                            from,
                            new Subject(subject),
                            changeId,
                            sent,
                            sentRepaired,
                            sent + 2,
                            hash,
                            new Origin.Slice("given.mbox", number, 1),
                            list,
                            0,
                            number);
            messages.get(list).add(tombstone == null ? message : message.removed(tombstone));
            return GivenArchive.this;
        }
    }

    SitePlan plan() {
        var threads =
                Threader.thread(
                        messages,
                        message ->
                                Hash.of(
                                        contents.get(message.bytes())
                                                .content()
                                                .parts()
                                                .toString()
                                                .getBytes(StandardCharsets.UTF_8)));
        return SitePlan.of(
                lists,
                messages,
                threads.threads(),
                kinds,
                AddressPolicy.SHOW,
                Mailmap.NONE,
                Unindexed.NONE);
    }

    ContentLoader loader() {
        return message -> {
            reads.add(message.id().value());
            return contents.get(message.bytes());
        };
    }

    Scratch scratch() {
        return new InMemory();
    }

    SiteRenderer renderer(SitePlan plan, SiteSink sink) {
        return new SiteRenderer(
                plan,
                new SiteFacts("Archives", siteUrl, "en", cname, "1.0"),
                AddressPolicy.SHOW,
                new HeldIds(plan, sink),
                new BodyRenderer(AddressPolicy.SHOW, List.of(), problem -> {}),
                loader(),
                templates,
                scratch(),
                SummaryMemory.NONE,
                sink);
    }

    /** All files of the site, by path. */
    Map<String, byte[]> files() {
        FilesInMemory site = new FilesInMemory();
        render(site);
        return site.files;
    }

    void render(SiteSink sink) {
        SitePlan plan = plan();
        try (SiteRenderer renderer = renderer(plan, sink)) {
            List<AttachedFile> files =
                    plan.threads().parallelStream()
                            .flatMap((PlannedThread t) -> renderer.renderThread(t).stream())
                            .toList();
            for (ListPlan list : plan.lists()) {
                list.mail().keySet().forEach(month -> renderer.renderMonth(list, month));
                renderer.renderList(list);
                renderer.renderAttachments(
                        list, files.stream().filter(f -> f.list() == list.index()).toList());
                list.years().forEach(year -> renderer.renderYear(list, year));
                list.authors().all().forEach(author -> renderer.renderAuthor(list, author));
            }
            renderer.renderSite();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page or another file as text. */
    String text(String path) {
        Map<String, byte[]> files = files();
        if (!files.containsKey(path)) {
            throw new AssertionError("no " + path + " among " + files.keySet());
        }
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private final class InMemory implements Scratch {

        @Override
        public Path store(String name, InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Spool spool(String name) {
            spools.add(name);
            return new Spool() {

                private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

                @Override
                public long append(byte[] bytes, int offset, int count) {
                    kept.write(bytes, offset, count);
                    return (long) kept.size() - count;
                }

                @Override
                public byte[] read(long position, int count) {
                    int from = (int) position;
                    return Arrays.copyOfRange(kept.toByteArray(), from, from + count);
                }

                @Override
                public void close() {}
            };
        }
    }
}
