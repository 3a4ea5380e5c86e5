package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Fingerprint;
import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decided the files of each thread in each list, noted as they are made. Of it follows what
 * decides the indexes: they show nothing that is not of a message.
 */
final class ThreadHashes {

    private final SitePlan plan;

    /** By thread, and by its place among those that hold it, list. */
    private final @Nullable Hash[][] hashes;

    /** By list. */
    private final @Nullable Hash[] lists;

    ThreadHashes(SitePlan plan) {
        this.plan = plan;
        this.hashes = new Hash[plan.threads().size()][];
        this.lists = new Hash[plan.lists().size()];
        for (PlannedThread thread : plan.threads()) {
            hashes[thread.index()] = new Hash[thread.lists().size()];
        }
    }

    /** Notes a thread; each is noted by one thread of execution, before anybody asks. */
    void note(PlannedThread thread, int place, Hash hash) {
        hashes[thread.index()][place] = hash;
    }

    /** Of all threads of a list, in their order. */
    synchronized Hash of(int list) {
        Hash known = lists[list];
        if (known == null) {
            known = compute(list);
            lists[list] = known;
        }
        return known;
    }

    private Hash compute(int list) {
        Fingerprint all = new Fingerprint().add("list").add(list);
        for (PlannedThread thread : plan.threads()) {
            List<PlannedThread.InList> holders = thread.lists();
            for (int place = 0; place < holders.size(); place++) {
                if (holders.get(place).list() == list) {
                    all.add(noted(thread, place));
                }
            }
        }
        return all.hash();
    }

    private Hash noted(PlannedThread thread, int place) {
        Hash hash = hashes[thread.index()][place];
        if (hash == null) {
            throw new IllegalStateException(
                    "an index is made before the threads that it shows: "
                            + thread.thread().root().id());
        }
        return hash;
    }

    /** Of all threads of all lists. */
    Hash all() {
        Fingerprint all = new Fingerprint().add("site").add(plan.lists().size());
        for (int list = 0; list < plan.lists().size(); list++) {
            all.add(of(list));
        }
        return all.hash();
    }
}
