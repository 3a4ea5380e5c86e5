package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders in a Maildir, as Dovecot, mbsync and OfflineIMAP lay them out. */
class MaildirFoldersTest {

    @TempDir Path root;
    @TempDir Path temporary;

    private void given(String... files) throws IOException {
        for (String file : files) {
            Path path = root.resolve("mail").resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "Subject: " + file + "\n\ntext\n");
        }
    }

    private Reading read() throws IOException {
        try (MessageSource source =
                Sources.open(root.resolve("mail"), "mail", new TestScratch(temporary))) {
            return Reading.of(source);
        }
    }

    private void link(String link, Path target) {
        try {
            Files.createSymbolicLink(root.resolve("mail").resolve(link), target);
        } catch (IOException | UnsupportedOperationException e) {
            abort("no links on this file system");
        }
    }

    @Test
    void foldersAreReadAtAnyDepth() throws IOException {
        given(
                "cur/1610000001.host!2,S",
                "bar/new/1610000002.host",
                "bar/baz/cur/1610000003.host!2,S",
                "between/dev/cur/1610000004.host!2,S",
                "old/.dev/cur/1610000005.host!2,S",
                ".dot/sub/new/1610000000.host",
                ".dot/cur/.hidden",
                "bar/tmp/1610000009.host",
                ".git/hooks/1610000009.host",
                "bar/cur/folder/1610000009.host");

        Reading read = read();

        assertThat(read.origins())
                .containsExactly(
                        "mail/.dot/sub/new/1610000000.host:0",
                        "mail/cur/1610000001.host!2,S:0",
                        "mail/bar/new/1610000002.host:0",
                        "mail/bar/baz/cur/1610000003.host!2,S:0",
                        "mail/between/dev/cur/1610000004.host!2,S:0",
                        "mail/old/.dev/cur/1610000005.host!2,S:0");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void privateFoldersAreNotReadAtAnyDepth() throws IOException {
        given(
                "cur/1610000001.host!2,S",
                "bar/Sent/cur/1610000002.host!2,S",
                "Trash/dev/cur/1610000003.host!2,S",
                "INBOX.spam/cur/1610000004.host!2,S",
                "[Gmail]/Drafts/cur/1610000005.host!2,S",
                "bar/cur/1610000006.host!2,T");

        Reading read = read();

        assertThat(read.origins()).containsExactly("mail/cur/1610000001.host!2,S:0");
        assertThat(read.complaints())
                .containsExactly(
                        "INFO mail: passed over the folders INBOX.spam, Trash, [Gmail]/Drafts, bar/Sent, which are no list's; give one as a source of its own if it is",
                        "INFO mail: 1 files are marked as trash or drafts; passed over");
    }

    @Test
    void linkedFoldersAreReadOnceAndByTheirOwnNames() throws IOException {
        given(
                "cur/1610000001.host!2,S",
                "bar/cur/1610000002.host!2,S",
                "Trash/cur/1610000003.host!2,S",
                "../other/cur/1610000004.host!2,S");
        link("again", root.resolve("mail/bar"));
        link("bar/itself", root.resolve("mail"));
        link("bar/up", root);
        link("outside", root.resolve("other"));
        link("outside2", root.resolve("other"));
        link("thrown", root.resolve("mail/Trash"));
        link("../other/back", root.resolve("other"));

        assertThat(read().origins())
                .containsExactly(
                        "mail/cur/1610000001.host!2,S:0",
                        "mail/bar/cur/1610000002.host!2,S:0",
                        "mail/outside/cur/1610000004.host!2,S:0");
    }

    @Test
    void deepFoldersNeedNoStack() throws IOException {
        given("cur/1610000001.host!2,S", "d/".repeat(500) + "cur/1610000002.host!2,S");

        assertThat(read().messages()).hasSize(2);
    }

    @Test
    void mailBesideTheMessagesIsSaid() throws IOException {
        given(
                "cur/1610000001.host!2,S",
                "bar/cur/1610000002.host!2,S",
                "bar/3",
                "bar/4",
                ".hidden");
        Files.writeString(root.resolve("mail/dovecot-uidlist"), "3 V1 N5 Gabc\n1 :a.host\n");

        Reading read = read();

        assertThat(read.messages()).hasSize(2);
        assertThat(read.complaints())
                .containsExactly(
                        "WARNING mail/bar/3: the file is mail, but lies in neither cur nor new; passed over, with others that do so: put it into one of them if it is the list's");
    }
}
