package dev.threadmill.archive;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.AddressPolicy.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mail comes, goes and changes at random in an mbox, a compressed one and a Maildir; after each
 * step the site is what a build from nothing makes of it.
 */
class RandomChangesTest {

    private static final int STEPS = 60;
    private static final String[] SUBJECTS = {
        "Plan",
        "Re: Plan",
        "Help",
        "",
        "caf\u00e9",
        "[PATCH 1/2] Mend it",
        "[PATCH v2 1/2] Mend it",
        "[PATCH v2 2/2] Mend more",
        "Re: [PATCH 1/2] Mend it"
    };
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir Path folder;

    private final Random random = new Random(42);
    private final List<List<String>> lists =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<String> ids = new ArrayList<>();
    private int count;

    @Test
    void siteIsAlwaysThatOfACleanBuild() throws IOException {
        changeAtRandom(AddressPolicy.SHOW);
    }

    /** How such text reads depends on which messages there are. */
    @Test
    void siteIsAlwaysThatOfACleanBuildWhereAddressesAreNotShown() throws IOException {
        changeAtRandom(AddressPolicy.of(Mode.MASK).secret("0123456789abcdef").copying());
    }

    private void changeAtRandom(AddressPolicy addresses) throws IOException {
        Rebuilt site =
                new Rebuilt(folder, Files.createDirectory(folder.resolve("mail")))
                        .with(settings -> settings.addresses(addresses));
        for (int i = 0; i < 40; i++) {
            append();
        }
        for (int step = 0; step < STEPS; step++) {
            StringBuilder done = new StringBuilder("step " + step + ":");
            for (int i = random.nextInt(4); i >= 0; i--) {
                done.append(' ').append(change());
            }
            writeMail();
            site.again(done.toString());
        }
    }

    private String change() {
        List<String> list = any(lists);
        int kind = random.nextInt(10);
        if (kind < 6 || list.size() < 3) {
            append();
            return "append";
        }
        int at = random.nextInt(list.size());
        switch (kind) {
            case 6 -> {
                list.remove(at);
                return "remove";
            }
            case 7 -> {
                list.set(at, list.get(at) + "An edit.\n");
                return "edit";
            }
            case 8 -> {
                list.add(list.get(at));
                any(lists).add(list.get(at).replace("Received: ", "Received: again "));
                return "copy";
            }
            default -> {
                list.add(random.nextInt(list.size()), list.remove(at));
                return "move";
            }
        }
    }

    /** Adds a message that answers and mentions others, which may be there, elsewhere, or not. */
    private void append() {
        boolean again = random.nextInt(12) == 0 && !ids.isEmpty();
        String id = again ? any(ids) : (random.nextBoolean() ? "m" : "M") + count++ / 2 + "@x.org";
        ids.add(id);
        StringBuilder message = new StringBuilder();
        message.append("Received: by x.org; ").append(date()).append('\n');
        if (random.nextInt(8) > 0) {
            message.append("Date: ").append(date()).append('\n');
        }
        message.append("From: Person %d <p@x.org>\n".formatted(random.nextInt(4)));
        message.append("Subject: ").append(SUBJECTS[random.nextInt(SUBJECTS.length)]).append('\n');
        if (random.nextInt(20) > 0) {
            message.append("Message-ID: <").append(id).append(">\n");
        }
        if (random.nextInt(4) > 0) {
            message.append("References:");
            for (int i = random.nextInt(3); i >= 0; i--) {
                message.append(" <").append(mentioned()).append('>');
            }
            message.append('\n');
        }
        boolean file = random.nextInt(5) == 0;
        message.append(file ? "Content-Type: multipart/mixed; boundary=b\n\n--b\n" : "");
        message.append("\nSee <").append(mentioned()).append(">.\n\n");
        message.append("Reviewed-by: R%d <r@x.org>\n".formatted(random.nextInt(3)));
        message.append(file ? "--b\nContent-Type: text/csv; name=a.csv\n\na,b\n--b--\n" : "");
        any(lists).add(message.toString());
    }

    private String date() {
        return "%d %s 2024 11:%02d:00 +0000"
                .formatted(
                        1 + random.nextInt(28),
                        random.nextBoolean() ? "Jan" : "Feb",
                        random.nextInt(60));
    }

    private String mentioned() {
        return random.nextInt(4) == 0
                ? "m" + (count / 2 + random.nextInt(8)) + "@x.org"
                : ids.isEmpty() ? "m0@x.org" : any(ids);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void writeMail() throws IOException {
        write("a.mbox", mbox(lists.get(0)));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(compressed)) {
            out.write(mbox(lists.get(1)));
        }
        write("b.mbox.gz", compressed.toByteArray());
        for (String sub : List.of("cur", "new")) {
            Files.createDirectories(folder.resolve("mail/c").resolve(sub));
        }
        TreeMap<String, byte[]> files = new TreeMap<>();
        for (String message : lists.get(2)) {
            int hash = message.hashCode();
            byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
            files.put("%d.%d.host:2,S".formatted(1_704_000_000 + (hash >>> 12), hash), bytes);
        }
        try (var before = Files.list(folder.resolve("mail/c/cur"))) {
            for (Path file : before.toList()) {
                if (!files.containsKey(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
        for (String name : files.keySet()) {
            write("c/cur/" + name, files.get(name));
        }
    }

    private static byte[] mbox(List<String> messages) {
        StringBuilder mbox = new StringBuilder();
        for (String message : messages) {
            mbox.append("From p@x.org Mon Jan  1 12:00:00 2024\n").append(message).append('\n');
        }
        return mbox.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Some keep the time of a file: then its size has to tell. */
    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("mail").resolve(name);
        if (!Files.exists(file) || !Arrays.equals(bytes, Files.readAllBytes(file))) {
            boolean sameSize = Files.exists(file) && Files.size(file) == bytes.length;
            Files.write(file, bytes);
            long later = sameSize ? 1000L * (1 + random.nextInt(1_000_000)) : 0;
            Files.setLastModifiedTime(file, FileTime.fromMillis(LONG_AGO.toMillis() + later));
        }
    }
}
