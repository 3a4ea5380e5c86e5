package dev.threadmill.archive.output;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The folders of the last build and of this one, each under a number, and in which spelling this
 * build has them: no two may differ in case only. A folder's path ends with a slash; that of the
 * site itself is empty. Not thread-safe.
 */
final class Folders {

    private final Names names = new Names();

    /** Those of this build, and for each leader the one spelling in use, plus 1. */
    private final BitSet now = new BitSet();

    private int[] spellings = new int[1 << 6];

    /** The one that was added last. */
    private int last = Names.NONE;

    /** The number of a folder, which it is given if it has none. */
    int intern(byte[] path, int from, int to) {
        return names.intern(path, from, to);
    }

    /** The number of a folder of the last build, which those above it are given, too. */
    int addLast(byte[] path, int from, int to) {
        // Manifests are sorted: most files stand in the folder of the one before.
        if (last == Names.NONE || !names.is(last, path, from, to)) {
            last = names.intern(path, from, to);
            int above = above(path, from, to - 1);
            while (above > from && names.find(path, from, above) == Names.NONE) {
                names.intern(path, from, above);
                above = above(path, from, above - 1);
            }
        }
        return last;
    }

    /**
     * Where the folder ends in which a file or folder stands, whose own name ends at {@code to}.
     */
    static int above(byte[] path, int from, int to) {
        int end = to;
        while (end > from && path[end - 1] != '/') {
            end--;
        }
        return end;
    }

    /** The number of a folder, or {@link Names#NONE}. */
    int find(byte[] path, int from, int to) {
        return names.find(path, from, to);
    }

    /** The leader of all folders that equal this one but for case, or {@link Names#NONE}. */
    int findLeader(byte[] path, int from, int to) {
        return names.findLeader(path, from, to);
    }

    /** The first of the folders that equal this one but for case. */
    int leader(int folder) {
        return names.leader(folder);
    }

    boolean isInNow(int folder) {
        return now.get(folder);
    }

    /**
     * Takes a folder into this build.
     *
     * @throws IllegalStateException when it has another spelling of it
     */
    void enter(int folder) {
        int leader = names.leader(folder);
        int spelling = spelling(leader);
        if (spelling != Names.NONE) {
            throw FileTable.clash(names.text(folder), names.text(spelling));
        }
        if (leader >= spellings.length) {
            spellings = Arrays.copyOf(spellings, Growth.of(spellings.length, leader + 1));
        }
        spellings[leader] = folder + 1;
        now.set(folder);
    }

    /** The folder of this build that equals a path but for case, or {@link Names#NONE}. */
    int spelling(byte[] path, int from, int to) {
        int leader = names.findLeader(path, from, to);
        return leader == Names.NONE ? Names.NONE : spelling(leader);
    }

    private int spelling(int leader) {
        return leader < spellings.length ? spellings[leader] - 1 : Names.NONE;
    }

    String text(int folder) {
        return names.text(folder);
    }

    /** Copies a path to {@code target} and returns the position after it. */
    int copy(int folder, byte[] target, int position) {
        return names.copy(folder, target, position);
    }

    /** For each number its place in the order of the paths' bytes. */
    int[] ranks() {
        return names.ranks();
    }
}
