package dev.threadmill.archive.source;

import java.util.Arrays;
import java.util.BitSet;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What the commits of an inbox added and removed, in the order in which they are walked: newest
 * first. A commit takes 24 bytes, so that a million of them fit in memory.
 */
final class InboxLog {

    /** Five words of the object id, and one of the time in unsigned seconds since 1970. */
    private static final int WORDS = 6;

    private int[] words = new int[1024 * WORDS];
    private int size;
    private final BitSet removals = new BitSet();
    private final BitSet purges = new BitSet();

    /** Notes a message that was added, but is nowhere any more. */
    void addPurged(AnyObjectId blob, int time) {
        purges.set(size);
        add(blob, time, false);
    }

    void add(AnyObjectId blob, int time, boolean removal) {
        if (words.length == size * WORDS) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        blob.copyRawTo(words, size * WORDS);
        words[size * WORDS + WORDS - 1] = time;
        removals.set(size, removal);
        size++;
    }

    int size() {
        return size;
    }

    ObjectId blob(int index) {
        return ObjectId.fromRaw(words, index * WORDS);
    }

    /** When the commit was made, in seconds since 1970 UTC. */
    long time(int index) {
        int time = words[index * WORDS + WORDS - 1];
        return time == 0 ? RawMessage.UNKNOWN : Integer.toUnsignedLong(time);
    }

    boolean hasRemovals() {
        return !removals.isEmpty() || !purges.isEmpty();
    }

    /** Whether this removes a message of the same bytes that was added before. */
    boolean isRemoval(int index) {
        return removals.get(index);
    }

    /**
     * Whether the message was taken out of the history, and only the place where it stood is left.
     */
    boolean isPurged(int index) {
        return purges.get(index);
    }
}
