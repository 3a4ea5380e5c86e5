package dev.threadmill.archive.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.ArchiveGenerator;
import dev.threadmill.archive.ArchiveGeneratorBuilder;
import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.GeneratedSite;
import dev.threadmill.archive.GenerationReport;
import dev.threadmill.archive.ProgressListener;
import dev.threadmill.archive.parse.DropRule;
import dev.threadmill.archive.source.TestInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that no page shows: rules leave them out, or their source took them back. */
class LeftOutTest {

    private static final String ONE = message("1", "From: ada@example.org\n");
    private static final String TWO = message("2", "From: bo@example.org\n");
    private static final String THREE = message("3", "From: cy@example.org\n");

    @TempDir Path folder;

    private static String message(String id, String header) {
        return "%sDate: Mon, 1 Jan 2024 11:00:0%s +0000\nMessage-ID: <%s@example.org>\nSubject: No. %s\n\nFrom here\n>From there\n\n"
                .formatted(header, id, id, id);
    }

    private GenerationReport generate(Path source, Consumer<ArchiveGeneratorBuilder> settings)
            throws IOException {
        ArchiveGeneratorBuilder builder =
                ArchiveGenerator.builder()
                        .source(source)
                        .listName("dev")
                        .outputDirectory(folder.resolve("site"));
        settings.accept(builder);
        return builder.build().generate(ProgressListener.NONE);
    }

    private GenerationReport generate(Path source) throws IOException {
        return generate(source, settings -> {});
    }

    private GenerationReport generate(Path older, Path newer) throws IOException {
        return ArchiveGenerator.builder()
                .list(new ListOptions("dev", List.of(older, newer), "", "", ""))
                .outputDirectory(folder.resolve("site"))
                .build()
                .generate(ProgressListener.NONE);
    }

    private GeneratedSite site() {
        return new GeneratedSite(folder.resolve("site"));
    }

    private boolean shows(String id) {
        return site().has("dev/" + id + "@example.org/index.html");
    }

    private Path mbox(String... messages) throws IOException {
        StringBuilder mbox = new StringBuilder();
        for (String message : messages) {
            mbox.append("From a@example.org Mon Jan  1 11:00:00 2024\n")
                    .append(
                            message.replaceAll("(?m)^(>*From )", ">$1")
                                    .replaceFirst(">From: ", "From: "));
        }
        return Files.writeString(folder.resolve("dev.mbox"), mbox);
    }

    private Path inbox(String name, Consumer<TestInbox> commits) throws IOException {
        Path gitDir = folder.resolve(name).resolve("0.git");
        try (TestInbox inbox = new TestInbox(gitDir)) {
            commits.accept(inbox);
        }
        return gitDir.getParent();
    }

    private interface Commits {
        void to(TestInbox inbox) throws IOException;
    }

    private static Consumer<TestInbox> commits(Commits commits) {
        return inbox -> {
            try {
                commits.to(inbox);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }

    @Test
    void removalByCommitTakesExactlyThatMessage() throws IOException {
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(TWO, 2).add(THREE, 3))));
        Path after =
                inbox("b", commits(i -> i.add(ONE, 1).add(TWO, 2).add(THREE, 3).remove(TWO, 4)));

        GenerationReport report = generate(after);

        assertThat(report.messagesIn()).isEqualTo(3);
        assertThat(report.leftOut()).isEqualTo(Map.of("removed in its source", 1L));
        assertThat(shows("1")).isTrue();
        assertThat(shows("2")).isFalse();
        assertThat(shows("3")).isTrue();
    }

    @Test
    void removalByCommitPermitsNoOtherPageToGo() throws IOException {
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(TWO, 2).add(THREE, 3))));
        Path after = inbox("b", commits(i -> i.add(ONE, 1).add(TWO, 2).remove(TWO, 4)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(after))
                .withMessageStartingWith("1 message page of the published site would go")
                .withMessageContaining("dev/3@example.org/index.html");
        assertThat(shows("2")).isTrue();
    }

    @Test
    void epochsThatAreSourcesOfTheirOwnRemoveFromEachOther() throws IOException {
        Path old = inbox("old", commits(i -> i.add(ONE, 1).add(TWO, 2)));
        Path young = inbox("young", commits(i -> i.add(THREE, 3)));
        generate(old, young);
        assertThat(shows("2")).isTrue();
        Path removing = inbox("removing", commits(i -> i.add(THREE, 3).remove(TWO, 4)));

        GenerationReport report = generate(old, removing);

        assertThat(report.leftOut()).isEqualTo(Map.of("removed in its source", 2L));
        assertThat(shows("1")).isTrue();
        assertThat(shows("2")).isFalse();
        assertThat(shows("3")).isTrue();
        assertThat(generate(removing, old).messagesIn()).isEqualTo(4);
        assertThat(shows("2")).isTrue();
    }

    @Test
    void purgeTakesExactlyThatMessage() throws IOException {
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(TWO, 2).add(THREE, 3))));
        Path after = inbox("b", commits(i -> i.add(ONE, 1).addPurged(TWO, 2).add(THREE, 3)));

        GenerationReport report = generate(after);

        assertThat(report.leftOut()).isEqualTo(Map.of("purged from its source", 1L));
        assertThat(shows("1")).isTrue();
        assertThat(shows("2")).isFalse();
        assertThat(shows("3")).isTrue();
    }

    @Test
    void purgePermitsNoOtherPageToGo() throws IOException {
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(TWO, 2).add(THREE, 3))));
        Path after = inbox("b", commits(i -> i.add(ONE, 1).addPurged(TWO, 2)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> generate(after))
                .withMessageContaining("dev/3@example.org/index.html");
    }

    @Test
    void purgeOfAllCopiesUnderAnIdTakesTheirPage() throws IOException {
        String other = TWO.replace("No. 2", "Number two").stripTrailing();
        generate(inbox("a", commits(i -> i.add(other, 1).add(TWO, 2).add(THREE, 3))));
        Path half = inbox("b", commits(i -> i.addPurged(other, 1).add(TWO, 2).add(THREE, 3)));
        Path both = inbox("c", commits(i -> i.addPurged(other, 1).addPurged(TWO, 2).add(THREE, 3)));
        Path lost = inbox("d", commits(i -> i.addPurged(other, 1).add(THREE, 3)));

        assertThatIllegalArgumentException().isThrownBy(() -> generate(lost));
        assertThat(shows("2")).isTrue();
        generate(half);
        assertThat(shows("2")).isTrue();
        generate(inbox("e", commits(i -> i.add(other, 1).add(TWO, 2).add(THREE, 3))));
        generate(both);
        assertThat(shows("2")).isFalse();
    }

    @Test
    void removedMessageKeepsItsClaimOnItsAddress() throws IOException {
        String upper = ONE.replace("<1@example.org>", "<A@example.org>");
        String lower = TWO.replace("<2@example.org>", "<a@example.org>");
        generate(inbox("a", commits(i -> i.add(upper, 1).add(lower, 2))));
        List<String> before = site().files();

        generate(inbox("b", commits(i -> i.add(upper, 1).add(lower, 2).remove(upper, 3))));

        assertThat(before).containsAll(site().files());
        assertThat(shows("a")).isFalse();
    }

    @Test
    void pageOfAMissingParentGoesWithTheLastReply() throws IOException {
        String reply = message("2", "From: bo@example.org\nIn-Reply-To: <9@example.org>\n");
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(reply, 2))));
        assertThat(shows("9")).isTrue();

        generate(inbox("b", commits(i -> i.add(ONE, 1).add(reply, 2).remove(reply, 3))));

        assertThat(shows("9")).isFalse();
    }

    @Test
    void removedTopOfAThreadIsMissingInIt() throws IOException {
        String reply = message("2", "From: bo@example.org\nIn-Reply-To: <1@example.org>\n");
        generate(inbox("a", commits(i -> i.add(ONE, 1).add(reply, 2).remove(ONE, 3))));

        assertThat(site().folder("dev/1@example.org/").select("article.message")).isEmpty();
        assertThat(site().has("dev/1@example.org/t/index.html")).isFalse();
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void rulesLeaveMessagesOutAndAreCountedByName() throws IOException {
        Path mail = mbox(ONE, TWO, THREE);
        generate(mail);

        GenerationReport report =
                generate(
                        mail,
                        settings ->
                                settings.drop(
                                        new DropRule(
                                                "spam",
                                                List.of(new DropRule.Sender("BO@example.org")))));

        assertThat(report.leftOut()).isEqualTo(Map.of("spam", 1L));
        assertThat(report.shown()).isEqualTo(2);
        assertThat(shows("2")).isFalse();
        assertThat(site().faults()).isEmpty();
    }

    @Test
    void authorsWhoWantToBeInNoArchiveAreNot() throws IOException {
        String two = message("2", "From: bo@example.org\nX-No-Archive: Yes\n");
        Path mail = mbox(ONE, two, THREE);

        assertThat(generate(mail, settings -> settings.respectNoArchive(false)).leftOut())
                .isEmpty();
        assertThat(shows("2")).isTrue();
        assertThat(generate(mail).leftOut()).isEqualTo(Map.of("X-No-Archive", 1L));
        assertThat(shows("2")).isFalse();
    }
}
