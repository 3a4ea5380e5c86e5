package dev.threadmill.archive.output;

import dev.threadmill.archive.mail.Hash;
import dev.threadmill.archive.site.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Every file of the last build and of this one, each under a number, in less than 70 bytes for a
 * file with its share of the folder, beside its path. Threads may use it as they like.
 *
 * <p>It also sees to it that no two paths of a build meet on a file system that tells no upper from
 * lower case.
 */
@SuppressWarnings("EnumOrdinal") // they never leave memory
final class FileTable {

    static final int NONE = -1;

    /** What is known of a file once it was given: its number and what is new about it. */
    record Claim(int file, boolean inLast, boolean changed, int knownFolder) {}

    private static final PageKind[] KINDS = PageKind.values();
    private static final int KIND = 0x1f;
    private static final int LAST = 0x20;
    private static final int NOW = 0x40;
    private static final int STAGED = 0x80;

    private final Folders folders = new Folders();
    private final Names names = new Names();

    private int[] folder = new int[1 << 6];
    private int[] name = new int[1 << 6];
    private long[] high = new long[1 << 6];
    private long[] low = new long[1 << 6];
    private long[] size = new long[1 << 6];
    private byte[] flags = new byte[1 << 6];
    private final Slots slots = new Slots();

    /** The few that were the page of a message in the last build and are none in this one. */
    private final BitSet noMessageNow = new BitSet();

    private int count;
    private byte[] buffer = new byte[1 << 11];

    /** How far this build is from the last one. */
    private int inLast;

    private int inNow;
    private boolean differs;

    /** How many files it knows; their numbers are below. */
    synchronized int count() {
        return count;
    }

    /** Adds a file of the last build. False when it is there already. */
    synchronized boolean addLast(
            byte[] bytes, int from, int to, PageKind kind, Hash hash, long length) {
        int slash = Folders.above(bytes, from, to);
        int fileFolder = folders.addLast(bytes, from, slash);
        int fileName = names.intern(bytes, slash, to);
        if (find(fileFolder, fileName) != NONE) {
            return false;
        }
        int file = add(fileFolder, fileName);
        set(file, hash, length);
        flags[file] = (byte) (kind.ordinal() | LAST);
        inLast++;
        return true;
    }

    /** The number of a file of either build, or {@link #NONE}. */
    synchronized int find(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
        int slash = path.lastIndexOf('/') + 1;
        int fileFolder = folders.find(bytes, 0, slash);
        int fileName = names.find(bytes, slash, bytes.length);
        boolean known = fileFolder != Names.NONE && fileName != Names.NONE;
        return known ? find(fileFolder, fileName) : NONE;
    }

    /** Whether either build has files in a folder, whose path ends with a slash, or below it. */
    synchronized boolean hasFolder(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.ISO_8859_1);
        return folders.find(bytes, 0, bytes.length) != Names.NONE;
    }

    /** Takes a file into this build. */
    synchronized Claim claim(String path, PageKind kind, Hash hash, long length) {
        // Ends with a slash, to look it up as a folder as well.
        byte[] bytes = (path + "/").getBytes(StandardCharsets.ISO_8859_1);
        int end = bytes.length - 1;
        int slash = path.lastIndexOf('/') + 1;
        int fileFolder = folders.intern(bytes, 0, slash);
        int fileName = names.intern(bytes, slash, end);
        int file = find(fileFolder, fileName);
        boolean inLast = file != NONE;
        if (!inLast) {
            file = add(fileFolder, fileName);
        }
        boolean changed = !inLast || !hash.equals(hash(file)) || size[file] != length;
        int knownFolder = enter(file, bytes, slash, end);
        differs |= changed || kind != kind(file);
        noMessageNow.set(file, inLast && kind(file) == PageKind.MESSAGE && kind != kind(file));
        set(file, hash, length);
        flags[file] = (byte) (kind.ordinal() | (flags[file] & ~KIND) | (changed ? STAGED : 0));
        return new Claim(file, inLast, changed, knownFolder);
    }

    /** Takes a file of the last build into this one as it is. */
    synchronized void keep(int file) {
        int slash = folders.copy(folder[file], buffer, 0);
        int end = names.copy(name[file], buffer, slash);
        buffer[end] = '/';
        enter(file, buffer, slash, end);
    }

    /** Takes all files of the last build, and no others, into this one as they are. */
    synchronized void keepAll() {
        for (int file = 0; file < count; file++) {
            flags[file] |= NOW;
        }
        inNow = count;
    }

    /** Whether the last build had it and what it holds is known. */
    synchronized boolean canKeep(int file) {
        return file >= 0 && file < count && isInLast(file) && !isUnknown(file);
    }

    /** Whether this build has the files of the last one, as they were, and no others. */
    synchronized boolean isAsLast() {
        return !differs && inLast == inNow;
    }

    /** Has a file staged though it seemed unchanged. */
    synchronized void stage(int file) {
        differs = true;
        flags[file] = (byte) (flags[file] | STAGED);
    }

    /** Has a file not staged: what stands in its place is what it should be. */
    synchronized void unstage(int file) {
        flags[file] = (byte) (flags[file] & ~STAGED);
    }

    synchronized boolean isInLast(int file) {
        return (flags[file] & LAST) != 0;
    }

    synchronized boolean isInNow(int file) {
        return (flags[file] & NOW) != 0;
    }

    /** Whether the last build had the page of a message here, and this one has no such page. */
    synchronized boolean losesMessage(int file) {
        boolean gone = isInLast(file) && !isInNow(file) && kind(file) == PageKind.MESSAGE;
        return gone || noMessageNow.get(file);
    }

    synchronized boolean isStaged(int file) {
        return (flags[file] & STAGED) != 0;
    }

    /** Whether a manifest named it but what it holds is not known. */
    synchronized boolean isUnknown(int file) {
        return (high[file] | low[file]) == 0;
    }

    synchronized PageKind kind(int file) {
        return KINDS[flags[file] & KIND];
    }

    synchronized Hash hash(int file) {
        return new Hash(high[file], low[file]);
    }

    synchronized long size(int file) {
        return size[file];
    }

    synchronized String path(int file) {
        return folders.text(folder[file]) + names.text(name[file]);
    }

    /** Copies the path of a file to {@code target} and returns the position after it. */
    synchronized int copyPath(int file, byte[] target, int position) {
        return names.copy(name[file], target, folders.copy(folder[file], target, position));
    }

    /** The other file whose path differs from this one's in case only, or {@link #NONE}. */
    synchronized int twin(int file) {
        int hash = hash(folder[file], name[file]);
        for (int slot = slots.first(hash); slots.isTaken(slot); slot = slots.next(slot)) {
            int other = slots.number(slot);
            if (slots.has(slot, hash) && isSpeltOtherwise(other, folder[file], name[file])) {
                return other;
            }
        }
        return NONE;
    }

    /** The numbers of all files, by folder and then by name. */
    synchronized int[] sorted() {
        int[] folderRanks = folders.ranks();
        int[] nameRanks = names.ranks();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = ((long) folderRanks[folder[i]] << 32) | nameRanks[name[i]];
        }
        Arrays.parallelSort(keys);
        int[] folderAt = inverse(folderRanks);
        int[] nameAt = inverse(nameRanks);
        int[] sorted = new int[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = find(folderAt[(int) (keys[i] >>> 32)], nameAt[(int) keys[i]]);
        }
        return sorted;
    }

    private static int[] inverse(int[] ranks) {
        int[] inverse = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            inverse[ranks[i]] = i;
        }
        return inverse;
    }

    /**
     * Marks a file as one of this build.
     *
     * @param path its path, with a slash at {@code end}
     * @return how much of its path, in characters, is a folder that this build had before
     */
    private int enter(int file, byte[] path, int slash, int end) {
        if ((flags[file] & NOW) != 0) {
            throw new IllegalStateException("'" + path(file) + "' was given twice in one build");
        }
        int twin = twin(file);
        if (twin != NONE && (flags[twin] & NOW) != 0) {
            throw clash(path(file), path(twin));
        }
        int known = enterFolders(path, slash);
        int asFolder = folders.spelling(path, 0, end + 1);
        if (asFolder != Names.NONE) {
            throw clash(path(file), folders.text(asFolder));
        }
        flags[file] |= NOW;
        inNow++;
        return known;
    }

    private int enterFolders(byte[] path, int slash) {
        int end = slash;
        while (end > 0) {
            int number = folders.intern(path, 0, end);
            if (folders.isInNow(number)) {
                return end;
            }
            int above = Folders.above(path, 0, end - 1);
            refuseFile(number, path, above, end - 1);
            folders.enter(number);
            end = above;
        }
        return 0;
    }

    /** A folder cannot stand where this build has a file. */
    private void refuseFile(int number, byte[] path, int slash, int end) {
        int above = folders.findLeader(path, 0, slash);
        int fileName = names.findLeader(path, slash, end);
        if (above == Names.NONE || fileName == Names.NONE) {
            return;
        }
        int hash = hash(above, fileName);
        for (int slot = slots.first(hash); slots.isTaken(slot); slot = slots.next(slot)) {
            int file = slots.number(slot);
            if (slots.has(slot, hash)
                    && (flags[file] & NOW) != 0
                    && hasLeaders(file, above, fileName)) {
                throw clash(folders.text(number), path(file));
            }
        }
    }

    static IllegalStateException clash(String path, String other) {
        return new IllegalStateException(
                "'" + path + "' and '" + other + "' are one place on some file systems");
    }

    private int find(int fileFolder, int fileName) {
        int hash = hash(fileFolder, fileName);
        for (int slot = slots.first(hash); slots.isTaken(slot); slot = slots.next(slot)) {
            int file = slots.number(slot);
            if (slots.has(slot, hash) && folder[file] == fileFolder && name[file] == fileName) {
                return file;
            }
        }
        return NONE;
    }

    private boolean isSpeltOtherwise(int file, int otherFolder, int otherName) {
        boolean same = folder[file] == otherFolder && name[file] == otherName;
        return !same && hasLeaders(file, folders.leader(otherFolder), names.leader(otherName));
    }

    private boolean hasLeaders(int file, int folderLeader, int nameLeader) {
        return folders.leader(folder[file]) == folderLeader
                && names.leader(name[file]) == nameLeader;
    }

    /** The same for all spellings. */
    private int hash(int fileFolder, int fileName) {
        long key = ((long) folders.leader(fileFolder) << Integer.SIZE) | names.leader(fileName);
        return (int) Names.mix(key);
    }

    private int add(int fileFolder, int fileName) {
        if (count == folder.length) {
            grow();
        }
        folder[count] = fileFolder;
        name[count] = fileName;
        slots.add(hash(fileFolder, fileName), count);
        return count++;
    }

    private void grow() {
        int length = Growth.of(count, count + 1);
        folder = Arrays.copyOf(folder, length);
        name = Arrays.copyOf(name, length);
        high = Arrays.copyOf(high, length);
        low = Arrays.copyOf(low, length);
        size = Arrays.copyOf(size, length);
        flags = Arrays.copyOf(flags, length);
    }

    private void set(int file, Hash hash, long length) {
        high[file] = hash.high();
        low[file] = hash.low();
        size[file] = length;
    }
}
