package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.thread.GivenMail;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Series as text: {@code v2/3: 0=cover 1=(ghost) …}, and versions with how they are linked. */
class PatchPlanTest {

    private final GivenMail mail = new GivenMail().from("ann");

    @Test
    void patchesBelongToTheLetterAboveThem() {
        mail.sentAs("[PATCH 0/2] Shed", "c");
        mail.sentAs("[PATCH 1/2] Roof", "a", "c").sentAs("Re: [PATCH 1/2] Roof", "r", "c", "a");
        mail.sentAs("[PATCH 2/2] Wall", "b", "c");
        seriesAre("v1/2: 0=c 1=a 2=b");
    }

    @Test
    void eachPatchMayAnswerTheOneBefore() {
        mail.sentAs("[PATCH 1/3] Roof", "a").sentAs("[PATCH 2/3] Wall", "b", "a");
        mail.sentAs("[PATCH 3/3] Door", "c", "a", "b");
        seriesAre("v1/3: 1=a 2=b 3=c");
    }

    @Test
    void patchesOfAMissingLetterStandTogether() {
        mail.sentAs("[PATCH 1/3] Roof", "a", "gone").sentAs("[PATCH 3/3] Door", "c", "gone");
        seriesAre("v1/3: 1=a 3=c");
    }

    @Test
    void missingPatchIsNamedByItsReplies() {
        mail.sentAs("[PATCH 0/2] Shed", "c").sentAs("[PATCH 1/2] Roof", "a", "c");
        mail.sentAs("Re: [PATCH 2/2] Wall", "r", "c", "b");
        seriesAre("v1/2: 0=c 1=a 2=(b)");
    }

    @Test
    void missingReplyIsNoPatch() {
        mail.sentAs("[PATCH] Roof", "a").sentAs("Re: [PATCH] Roof", "r", "a", "gone");
        seriesAre("v1/1: 1=a");
    }

    @Test
    void missingLetterIsNamedByItsRepliesBehindPatchesAndWhatElseIsMissing() {
        mail.sentAs("Re: [PATCH 1/2] Roof", "r1", "c", "a").sentAs("[PATCH 2/2] Wall", "b", "c");
        mail.sentAs("Re: [PATCH 0/2] Shed", "r2", "c");
        mail.sentAs("Re: [PATCH 0/2] Shed", "r3", "c", "r2", "gone");
        seriesAre("v1/2: 0=(c) 1=(a) 2=b");
    }

    @Test
    void missingAnswerToAReplyIsNoPatch() {
        mail.sentAs("Re: [PATCH 0/2] Shed", "r").sentAs("Re: [PATCH 0/2] Shed", "r2", "r", "gone");
        seriesAre();
    }

    @Test
    void missingPatchInAnswerToAReplyIsNamedByItsReplies() {
        mail.sentAs("[PATCH 1/2] Roof", "a").sentAs("Re: [PATCH 1/2] Roof", "r", "a");
        mail.sentAs("Re: [PATCH v2 1/2] Roof", "r2", "a", "r", "a2");
        seriesAre("v1/2: 1=a", "v2/2: 1=(a2) (of place 0)");
    }

    @Test
    void manyMissingParentsTakeLittleTime() {
        String[] references = new String[30_000];
        for (int i = 0; i < references.length; i++) {
            references[i] = "g" + i;
        }
        mail.sentAs("Re: [PATCH 0/2] Shed", "r", references);
        CpuLimit.run(20, this::plan);
    }

    @Test
    void letterMayGiveTheVersionForAll() {
        mail.sentAs("[PATCH v2 0/1] Shed", "c").sentAs("[PATCH 1/1] Roof", "a", "c");
        seriesAre("v2/1: 0=c 1=a");
    }

    @Test
    void newVersionInTheThreadIsASeriesOfItsOwn() {
        mail.sentAs("[PATCH 0/2] Shed", "c1").sentAs("[PATCH 1/2] Roof", "a1", "c1");
        mail.sentAs("[PATCH 2/2] Wall", "b1", "c1");
        mail.sentAs("[PATCH v2 0/2] Better shed", "c2", "c1");
        mail.sentAs("[PATCH v2 1/2] Roof", "a2", "c1", "c2");
        mail.sentAs("[PATCH v2 2/2] Wall", "b2", "c1", "c2");
        seriesAre("v1/2: 0=c1 1=a1 2=b1", "v2/2: 0=c2 1=a2 2=b2");
        assertThat(versions(0)).isEqualTo("v1 FIRST, v2 ANSWER").isEqualTo(versions(1));
    }

    @Test
    void onePatchSentAgainSaysWhereTheOthersAre() {
        mail.sentAs("[PATCH 1/2] Roof", "a").sentAs("[PATCH 2/2] Wall", "b", "a");
        mail.sentAs("Re: [PATCH 2/2] Wall", "r", "a", "b");
        mail.sentAs("[PATCH v2 2/2] Wall", "b2", "a", "b", "r");
        seriesAre("v1/2: 1=a 2=b", "v2/2: 2=b2 (of place 0)");
        assertThat(versions(1)).isEqualTo("v1 FIRST, v2 ANSWER");
    }

    @Test
    void sameNumbersSentTwiceAreTwoSeries() {
        mail.sentAs("[PATCH 1/2] Roof", "a").sentAs("[PATCH 2/2] Wall", "b", "a");
        mail.sentAs("[PATCH 1/2] Roof", "a2", "a").sentAs("[PATCH 2/2] Wall", "b2", "a");
        seriesAre("v1/2: 1=a 2=b", "v1/2: 1=a2 2=b2");
    }

    @Test
    void patchThatSomebodySendsInAnswerStandsAlone() {
        mail.sentAs("[PATCH 0/1] Shed", "c").sentAs("[PATCH 1/1] Roof", "a", "c");
        mail.from("ben").sentAs("[PATCH v2] Gutter", "g", "c", "a");
        seriesAre("v1/1: 0=c 1=a", "v2/1: 1=g");
        assertThat(versions(1)).isEmpty();
    }

    @Test
    void changeIdLinksVersions() {
        mail.changeId("shed-0a1b").sentAs("[PATCH] Shed", "a");
        mail.from("ben").sentAs("[PATCH v2] House", "b");
        assertThat(versions(0)).isEqualTo("v1 FIRST, v2 CHANGE_ID").isEqualTo(versions(1));
    }

    @Test
    void titleAndSenderLinkVersions() {
        mail.sentAs("[PATCH] Mend  the shed", "a").sentAs("[PATCH v2 1/1] mend the shed", "b");
        mail.from("ben").sentAs("[PATCH v3] Mend the shed", "c");
        assertThat(versions(0)).isEqualTo("v1 FIRST, v2 TITLE");
        assertThat(versions(2)).isEmpty();
    }

    @Test
    void versionThatDoesNotRiseIsNewWork() {
        mail.sentAs("[PATCH] Update names", "a").sentAs("[PATCH v2] Update names", "a2");
        mail.sentAs("[PATCH] Update names", "b").sentAs("[PATCH v2] Update names", "b2");
        assertThat(versions(0)).isEqualTo("v1 FIRST, v2 TITLE");
        assertThat(plan().patches().versions(series().get(0)))
                .doesNotContainAnyElementsOf(plan().patches().versions(series().get(2)));
    }

    @Test
    void workOfManyVersionsShowsThoseAroundEach() {
        for (int i = 1; i <= 40; i++) {
            mail.sentAs("[PATCH v" + i + "] Shed", "m" + i);
        }
        assertThat(versions(0)).startsWith("v1 FIRST").endsWith("v16 TITLE");
        assertThat(versions(20)).startsWith("v13 ").endsWith("v28 TITLE");
        assertThat(versions(39)).startsWith("v25 ").endsWith("v40 TITLE");
    }

    @Test
    void threadsWithoutPatchesHaveNone() {
        mail.sent("plan").sentAs("Re: [PATCH] Shed", "r", "plan").sentAs("[1/2] Shed", "s");
        seriesAre();
    }

    @Test
    void manyPatchesOfOneThreadTakeLittleTime() {
        mail.sentAs("[PATCH 0/9999] Shed", "c");
        for (int i = 0; i < 30_000; i++) {
            mail.sentAs("[PATCH v" + i % 7 + " " + i % 100 + "/9999] Shed", "m" + i, "c");
        }
        CpuLimit.run(20, this::plan);
    }

    private void seriesAre(String... expected) {
        SitePlan plan = plan();
        assertThat(series())
                .extracting(
                        series ->
                                "v%d/%d: %s"
                                                .formatted(
                                                        series.version(),
                                                        series.total(),
                                                        series.members().stream()
                                                                .map(
                                                                        m ->
                                                                                m.number()
                                                                                        + "="
                                                                                        + id(
                                                                                                plan,
                                                                                                series,
                                                                                                m))
                                                                .collect(Collectors.joining(" ")))
                                        + (series.former() < 0
                                                ? ""
                                                : " (of place " + series.former() + ")"))
                .containsExactly(expected);
    }

    private static String id(SitePlan plan, PatchSeries series, PatchSeries.Member member) {
        ThreadNode node = plan.node(new NodeRef(series.thread(), member.node()));
        return node.isGhost() ? "(" + node.id().value() + ")" : node.id().value();
    }

    private String versions(int index) {
        return plan().patches().versions(series().get(index)).stream()
                .map(version -> "v" + version.series().version() + " " + version.link())
                .collect(Collectors.joining(", "));
    }

    private List<PatchSeries> series() {
        SitePlan plan = plan();
        return plan.threads().stream().flatMap(t -> plan.patches().in(t).stream()).toList();
    }

    private SitePlan plan() {
        return SitePlan.of(
                List.of(new MailingList("dev", "dev", "dev", "", "dev@example.org")),
                mail.lists(),
                mail.thread().threads(),
                EnumSet.allOf(PageKind.class),
                AddressPolicy.SHOW,
                Mailmap.NONE,
                Unindexed.NONE);
    }
}
