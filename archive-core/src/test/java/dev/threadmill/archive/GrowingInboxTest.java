package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.source.MessageSource;
import dev.threadmill.archive.source.Sources;
import dev.threadmill.archive.source.TestInbox;
import dev.threadmill.archive.state.ArchiveState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public-inbox whose new commits alone are read, where they only add. */
class GrowingInboxTest {

    private static final long TIME = 1_700_000_000;

    @TempDir Path folder;

    private static String message(int number, String parent) {
        return "From: A <a@x.org>\nSubject: Plan\nMessage-ID: <%d@x.org>\n".formatted(number)
                + (parent.isEmpty() ? "" : "In-Reply-To: <" + parent + "@x.org>\n")
                + "\nText of "
                + number
                + ".\n";
    }

    @Test
    void siteIsThatOfACleanBuildHoweverItGrows() throws IOException {
        Path mail = folder.resolve("mail/dev");
        try (TestInbox first = new TestInbox(mail.resolve("git/0.git"))) {
            first.add(message(1, ""), TIME).add(message(2, "1"), TIME + 1);
            Rebuilt site = new Rebuilt(folder, mail);
            site.again("first");
            first.add(message(3, "2"), TIME + 2).add(message(4, ""), TIME + 3);
            assertThat(site.again("two more").written()).isPositive();
            assertThat(site.again("nothing").written()).isZero();
            first.remove(message(2, "1"), TIME + 4);
            site.again("one removed");
            first.add(message(5, "2"), TIME + 5);
            site.again("one more after that");
            try (TestInbox second = new TestInbox(mail.resolve("git/1.git"))) {
                second.add(message(6, "5"), TIME + 6);
                site.again("another epoch");
                second.add(message(7, "6"), TIME + 7);
                site.again("which grows");
                second.remove(message(4, ""), TIME + 8);
                site.again("and removes from the first");
                first.add(message(8, "1"), TIME + 9);
                site.again("the first one grows late");
            }
        }
    }

    @Test
    void onlyNewCommitsAreRead() throws IOException {
        Path mail = folder.resolve("dev.git");
        try (TestInbox inbox = new TestInbox(mail);
                ArchiveState scratch = ArchiveState.open(folder.resolve("scratch"))) {
            inbox.add(message(1, ""), TIME);
            String before = version(mail, scratch);
            inbox.add(message(2, "1"), TIME + 1);
            assertThat(version(mail, scratch)).isNotEqualTo(before);
            List<String> read = new ArrayList<>();
            assertThat(readSince(before, mail, scratch, read)).isTrue();
            assertThat(read).containsExactly(message(2, "1"));
            inbox.remove(message(1, ""), TIME + 2);
            read.clear();
            assertThat(readSince(before, mail, scratch, read)).isFalse();
            String other = before.replaceAll("[0-9a-f]{40}", "0123456789".repeat(4));
            assertThat(readSince(other, mail, scratch, read)).isFalse();
            assertThat(readSince("something else", mail, scratch, read)).isFalse();
            assertThat(read).isEmpty();
        }
    }

    private static String version(Path mail, ArchiveState scratch) throws IOException {
        try (MessageSource source = Sources.open(mail, "dev", scratch)) {
            return source.version();
        }
    }

    private static boolean readSince(
            String version, Path mail, ArchiveState scratch, List<String> read) throws IOException {
        try (MessageSource source = Sources.open(mail, "dev", scratch)) {
            return source.readSince(
                    version,
                    raw -> read.add(new String(raw.bytes(), StandardCharsets.UTF_8)),
                    problem -> {});
        }
    }
}
