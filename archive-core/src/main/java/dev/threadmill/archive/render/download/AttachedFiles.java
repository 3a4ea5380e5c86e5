package dev.threadmill.archive.render.download;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The files that came with the messages of a thread, as bytes that a later build is given. */
public final class AttachedFiles {

    private static final byte[] NOTHING = {};

    private AttachedFiles() {}

    public static byte[] toBytes(List<AttachedFile> files) {
        if (files.isEmpty()) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(files.size());
            for (AttachedFile file : files) {
                out.writeInt(file.list());
                text(out, file.message());
                out.writeInt(file.variant());
                text(out, file.file());
                text(out, file.name());
                text(out, file.type());
                out.writeLong(file.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return bytes.toByteArray();
    }

    public static List<AttachedFile> fromBytes(byte[] bytes) {
        List<AttachedFile> files = new ArrayList<>(0);
        if (bytes.length == 0) {
            return files;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                files.add(
                        new AttachedFile(
                                in.readInt(),
                                text(in),
                                in.readInt(),
                                text(in),
                                text(in),
                                text(in),
                                in.readLong()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return files;
    }

    /** Any text, even halves of a pair, which UTF-8 has no bytes for. */
    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String text(DataInputStream in) throws IOException {
        char[] chars = new char[in.readInt()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = in.readChar();
        }
        return new String(chars);
    }
}
