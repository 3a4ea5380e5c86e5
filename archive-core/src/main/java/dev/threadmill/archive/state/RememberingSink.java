package dev.threadmill.archive.state;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Takes the files of a site unit by unit, and keeps those units of the last build that would come
 * out the same: their files, their problems, and what they found. A file of no unit is made each
 * time. Thread-safe.
 */
public final class RememberingSink implements SiteSink {

    private final SiteOutput output;
    private final UnitFingerprints units;

    /** What each thread is making: a unit is made by one. */
    private final Map<Thread, UnitInTheMaking> making = new ConcurrentHashMap<>();

    private final BiConsumer<Message, List<Problem>> inMessages;
    private final Consumer<Problem> others;

    RememberingSink(
            SiteOutput output,
            UnitFingerprints units,
            BiConsumer<Message, List<Problem>> inMessages,
            Consumer<Problem> others) {
        this.inMessages = inMessages;
        this.others = others;
        this.output = output;
        this.units = units;
    }

    @Override
    public void make(SiteUnit unit) {
        Hash inputs = unit.inputs();
        Optional<RememberedUnit> known = units.find(inputs);
        if (known.isPresent()
                && unit.links(known.get().mentions()).equals(known.get().links())
                && keep(unit, inputs, known.get())) {
            return;
        }
        UnitInTheMaking made = new UnitInTheMaking(unit, output.group());
        making.put(Thread.currentThread(), made);
        try {
            byte[] finds = unit.write();
            RememberedUnit remembered = made.done(finds);
            units.add(inputs, remembered, made.files());
            unit.found(finds);
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
        Map<Integer, List<Problem>> found = new TreeMap<>();
        for (Finding finding : findings) {
            Problem problem = finding.problem(messages);
            if (finding.message() == Finding.NONE) {
                others.accept(problem);
            } else {
                found.computeIfAbsent(finding.message(), m -> new ArrayList<>()).add(problem);
            }
        }
        found.forEach((message, problems) -> inMessages.accept(messages.get(message), problems));
    }

    @Override
    public void write(SitePath path, PageKind kind, ByteBuffer content) {
        written(output.take(path, kind, content));
    }

    @Override
    public void write(SitePath path, PageKind kind, LargeFile content) {
        written(output.take(path, kind, content));
    }

    private void written(int file) {
        UnitInTheMaking unit = making.get(Thread.currentThread());
        if (unit != null) {
            unit.files().add(file);
        }
    }

    @Override
    public LargeFile taken(SitePath path) {
        return output.taken(path);
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
        others.accept(problem);
        UnitInTheMaking unit = making.get(Thread.currentThread());
        if (unit != null) {
            unit.problem(problem);
        }
    }

    /** Hears of the problems in a message, each time that it is read. */
    public void problems(Message message, List<Problem> problems) {
        inMessages.accept(message, problems);
        UnitInTheMaking unit = making.get(Thread.currentThread());
        if (unit != null) {
            unit.problems(message, problems);
        }
    }

    /**
     * Remembers the units of this build, and only those, for the next one.
     *
     * @param manifest that of the site, which is published
     */
    public void save(Hash manifest) throws IOException {
        units.save(manifest);
    }
}
