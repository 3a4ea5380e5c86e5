package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.FileGroup;
import dev.threadmill.archive.output.SiteOutput;
import dev.threadmill.archive.site.LargeFile;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.site.SiteSink;
import dev.threadmill.archive.site.SiteUnit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;

/**
 * Takes the files of a site unit by unit, and keeps those units of the last build that would come
 * out the same: their files, their problems, and what they found. Thread-safe.
 */
public final class RememberingSink implements SiteSink {

    private final SiteOutput output;
    private final UnitFingerprints units;
    private final KnownPages pages;

    /** What each thread is making: a unit is made by one. */
    private final Map<Thread, UnitInTheMaking> making = new ConcurrentHashMap<>();

    /** By list and number: several units may read a message. */
    private final Map<Long, List<Problem>> inMessages = new ConcurrentSkipListMap<>();

    private final Set<Problem> others =
            new ConcurrentSkipListSet<>(Comparator.comparing(Problem::toString));

    RememberingSink(SiteOutput output, UnitFingerprints units, KnownPages pages) {
        this.output = output;
        this.units = units;
        this.pages = pages;
    }

    @Override
    public Hash make(SiteUnit unit) {
        Hash inputs = unit.inputs();
        Optional<RememberedUnit> known = units.find(inputs);
        if (known.isPresent()
                && unit.links(known.get().mentions()).equals(known.get().links())
                && keep(unit, inputs, known.get())) {
            return decided(inputs, known.get().links());
        }
        UnitInTheMaking made = new UnitInTheMaking(unit, output.group());
        making.put(Thread.currentThread(), made);
        try {
            byte[] finds = unit.write();
            RememberedUnit remembered = made.done(finds);
            units.add(inputs, remembered, made.files());
            unit.found(finds);
            return decided(inputs, remembered.links());
        } finally {
            making.remove(Thread.currentThread());
        }
    }

    private boolean keep(SiteUnit unit, Hash inputs, RememberedUnit known) {
        Optional<FileGroup> kept = output.keep(known.lines());
        if (kept.isEmpty()) {
            return false;
        }
        if (!known.findings().isEmpty()) {
            tell(known.findings(), unit.messages());
        }
        units.add(inputs, known, kept.get());
        unit.found(known.finds());
        return true;
    }

    private void tell(List<Finding> findings, List<Message> messages) {
        Map<Long, List<Problem>> found = new HashMap<>();
        for (Finding finding : findings) {
            Problem problem = finding.problem(messages);
            if (finding.message() == Finding.NONE) {
                others.add(problem);
            } else {
                Long key = key(messages.get(finding.message()));
                found.computeIfAbsent(key, k -> new ArrayList<>()).add(problem);
            }
        }
        inMessages.putAll(found);
    }

    private static Hash decided(Hash inputs, Hash links) {
        return new Fingerprint().add(inputs).add(links).hash();
    }

    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        UnitInTheMaking unit = current();
        int file = unit.files().write(path, kind, content);
        unit.viewOf(path).ifPresent(view -> pages.add(view, file));
    }

    @Override
    public void write(SitePath path, PageKind kind, LargeFile content) {
        current().files().write(path, kind, content);
    }

    @Override
    public LargeFile taken(SitePath path) {
        return output.taken(path);
    }

    @Override
    public boolean keep(SitePath path, PageKind kind, Supplier<Hash> view) {
        UnitInTheMaking unit = current();
        if (!unit.asksByPage()) {
            return false;
        }
        Hash hash = view.get();
        Optional<FileGroup> kept = pages.find(hash).flatMap(line -> output.keep(new int[] {line}));
        kept.ifPresentOrElse(unit.files()::add, () -> unit.expect(path, hash));
        return kept.isPresent();
    }

    @Override
    public void mention(MessageId id) {
        UnitInTheMaking unit = making.get(Thread.currentThread());
        if (unit != null) {
            unit.mention(id);
        }
    }

    /** Hears of a problem in what the unit shows; the same one may come from several. */
    public void problem(Problem problem) {
        others.add(problem);
        current().problem(problem);
    }

    /** Hears of the problems in a message, each time that it is read. */
    public void problems(Message message, List<Problem> problems) {
        inMessages.put(key(message), problems);
        current().problems(message, problems);
    }

    /** Tells messages apart, in source order. */
    static long key(Message message) {
        return ((long) message.list() << Integer.SIZE) | message.number();
    }

    private UnitInTheMaking current() {
        UnitInTheMaking unit = making.get(Thread.currentThread());
        if (unit == null) {
            throw new IllegalStateException("a page is made outside of any unit");
        }
        return unit;
    }

    /** What was wrong in messages, in source order, and then what else was, in order. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        inMessages.values().forEach(all::addAll);
        all.addAll(others);
        return all;
    }

    /**
     * Remembers the units of this build, and only those, for the next one.
     *
     * @param manifest that of the site, which is published
     */
    public void save(Hash manifest) throws IOException {
        units.save(manifest);
        pages.save(manifest, output);
    }
}
