package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which commits of an inbox's epochs are undone by later ones of the same epoch or a newer one.
 *
 * @param gone by epoch, the additions that were taken back, and the removals that are unmet
 * @param unmet the git objects of what was removed and none of these epochs added
 */
record InboxRemovals(List<BitSet> gone, Set<ObjectId> unmet) {

    /** Of the histories of epochs, from the oldest to the newest. */
    static InboxRemovals of(List<InboxLog> logs) {
        Map<ObjectId, Integer> removals = new HashMap<>();
        List<BitSet> gone = new ArrayList<>();
        for (int i = logs.size() - 1; i >= 0; i--) {
            gone.add(0, takenBack(logs.get(i), removals));
        }
        removals.values().removeIf(left -> left == 0);
        Set<ObjectId> unmet = Set.copyOf(removals.keySet());
        for (int i = 0; i < logs.size() && !removals.isEmpty(); i++) {
            markUnmet(logs.get(i), removals, gone.get(i));
        }
        return new InboxRemovals(gone, unmet);
    }

    /** From the newest commit to the oldest: each removal takes the addition next before it. */
    private static BitSet takenBack(InboxLog log, Map<ObjectId, Integer> removals) {
        BitSet here = new BitSet();
        for (int j = 0; j < log.size(); j++) {
            if (log.isPurged(j)) {
                continue;
            }
            if (log.isRemoval(j)) {
                removals.merge(log.blob(j), 1, Integer::sum);
            } else if (!removals.isEmpty()) {
                int left = removals.getOrDefault(log.blob(j), 0);
                here.set(j, left > 0);
                if (left > 0) {
                    removals.put(log.blob(j), left - 1);
                }
            }
        }
        return here;
    }

    /** From the oldest commit to the newest: the first removals have nothing before them. */
    private static void markUnmet(InboxLog log, Map<ObjectId, Integer> unmet, BitSet here) {
        for (int j = log.size() - 1; j >= 0; j--) {
            if (log.isRemoval(j) && unmet.containsKey(log.blob(j))) {
                here.set(j);
                unmet.computeIfPresent(log.blob(j), (blob, left) -> left == 1 ? null : left - 1);
            }
        }
    }

    /** Whether this addition was taken back, or this removal is unmet. */
    boolean isGone(int epoch, int commit) {
        return gone.get(epoch).get(commit);
    }

    /** Says how much was removed that is not here. */
    Optional<Problem> problem(String place) {
        return unmet.stream()
                .min(ObjectId::compareTo)
                .map(
                        first ->
                                Problem.info(
                                        place,
                                        "removed messages that no commit here added: %s, the first is blob '%s'; sources of the list before this one lose them too; nothing to do, unless older epochs should be here"
                                                .formatted(unmet.size(), first.name())));
    }
}
