package dev.threadmill.archive.thread;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreaderTest {

    private final GivenMail mail = new GivenMail();

    @Test
    void repliesHangBelowWhatTheyAnswer() {
        mail.sent("plan");
        mail.sent("a", "plan");
        mail.sent("b", "plan");
        mail.sent("c", "plan", "a");
        thenThreadsAre(
                """
                plan
                  a
                    c
                  b
                """);
    }

    @Test
    void keepsReplyWhenParentIsMissing() {
        mail.sent("reply", "missing");
        thenThreadsAre(
                """
                (missing)
                  reply
                """);
    }

    @Test
    void repliesToOneMissingMessageAreOneThread() {
        mail.sent("b", "missing");
        mail.sent("a", "missing");
        thenThreadsAre(
                """
                (missing)
                  b
                  a
                """);
    }

    @Test
    void ghostsWithoutChildrenAreLeftOut() {
        // "far" is only ever mentioned after "near" was already linked elsewhere.
        mail.sent("near");
        mail.sent("reply", "far", "near");
        thenThreadsAre(
                """
                (far)
                  near
                    reply
                """);
        GivenMail other = new GivenMail();
        other.sent("top");
        other.sent("near", "top");
        other.sent("reply", "far", "near");
        assertThat(other.threads())
                .isEqualTo(
                        """
                        top
                          near
                            reply
                        """);
    }

    @Test
    void lateParentTakesItsPlace() {
        mail.at(5).sent("reply", "late");
        mail.at(3).sent("late");
        thenThreadsAre(
                """
                late
                  reply
                """);
    }

    @Test
    void lastReferenceIsTheParentWhateverOthersSaid() {
        mail.sent("a");
        mail.sent("b");
        mail.sent("c", "a");
        // d says that c answers b: c knows better.
        mail.sent("d", "b", "c");
        thenThreadsAre(
                """
                a
                  c
                    d
                b
                """);
    }

    @Test
    void loopsAreBroken() {
        mail.sent("self", "self");
        mail.sent("one", "two");
        mail.sent("two", "one");
        mail.sent("x", "y", "z");
        mail.sent("y", "z", "x");
        mail.sent("z", "x", "y");
        assertThat(mail.shownIds()).containsExactlyInAnyOrder("self", "one", "two", "x", "y", "z");
    }

    @Test
    void siblingsStandByDateOfTheirTopmostMessage() {
        mail.at(0).sent("top");
        mail.at(9).sent("late", "top");
        mail.at(5).sent("below-ghost", "top", "ghost");
        mail.at(3).sent("early", "top");
        thenThreadsAre(
                """
                top
                  early
                  (ghost)
                    below-ghost
                  late
                """);
    }

    @Test
    void equalSubjectsDoNotMakeAThread() {
        mail.sent("a");
        mail.sent("b");
        thenThreadsAre(
                """
                a
                b
                """);
    }

    @Test
    void identicalCopiesAreShownOnceAndKeptOnce() {
        mail.sent("a").copy("a", "same bytes", "same text").copy("a", "same bytes", "same text");
        ThreadNode node = mail.thread().threads().get(0).root();
        assertThat(node.messages()).hasSize(2);
        assertThat(node.copies()).hasSize(2);
        assertThat(mail.thread().duplicates())
                .extracting(Threads.Duplicate::reason)
                .containsExactly(Threads.Reason.SAME_BYTES);
    }

    @Test
    void copiesThatDifferOnlyInTheirWayAreShownOnceAndKeptEach() {
        mail.copy("a", "one way", "text").copy("a", "other way", "text");
        Threads threads = mail.thread();
        ThreadNode node = threads.threads().get(0).root();
        assertThat(node.messages()).extracting(Message::number).containsExactly(0);
        assertThat(node.copies()).extracting(Message::number).containsExactly(0, 1);
        assertThat(threads.duplicates())
                .extracting(Threads.Duplicate::reason)
                .containsExactly(Threads.Reason.SAME_CONTENT);
    }

    @Test
    void differentMessagesOfOneIdAreAllShown() {
        mail.copy("a", "1", "text").copy("a", "2", "other text");
        assertThat(mail.thread().threads().get(0).root().messages()).hasSize(2);
        assertThat(mail.thread().duplicates()).isEmpty();
    }

    @Test
    void threadsRunThroughLists() {
        mail.sent("plan");
        mail.list(1).sent("answer", "plan");
        mail.list(0).sent("thanks", "plan", "answer");
        thenThreadsAre(
                """
                plan
                  answer
                    thanks
                """);
        MailThread thread = mail.thread().threads().get(0);
        assertThat(thread.nodes().get(1).isIn(0)).isFalse();
        assertThat(thread.nodes().get(1).messagesIn(1)).hasSize(1);
    }

    @Test
    void crossPostsAreOneNodeAndNoDuplicate() {
        mail.copy("a", "to dev", "text").list(1).copy("a", "to users", "text");
        Threads threads = mail.thread();
        ThreadNode node = threads.threads().get(0).root();
        assertThat(node.messagesIn(0)).hasSize(1);
        assertThat(node.messagesIn(1)).hasSize(1);
        assertThat(threads.duplicates()).isEmpty();
    }

    @Test
    void orderOfArrivalChangesNoTree() {
        Random random = new Random(1);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> references = new ArrayList<>();
            for (int r = random.nextInt(4); r > 0 && !ids.isEmpty(); r--) {
                references.add(ids.get(random.nextInt(ids.size())));
            }
            mail.at(i).sent("m" + i, references.toArray(String[]::new));
            ids.add(random.nextInt(5) == 0 ? "ghost" + i : "m" + i);
        }
        String expected = mail.threads();
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(mail.messages(0), random);
            assertThat(mail.threadsByDate()).isEqualTo(mail.byDate(expected));
        }
    }

    @Test
    void chainOfAHundredThousandIsJustAChain() {
        mail.sent("m0");
        for (int i = 1; i < 100_000; i++) {
            mail.sent("m" + i, "m" + (i - 1));
        }
        // Newest first: every link is made at the top of a growing chain.
        Collections.reverse(mail.messages(0));
        Threads threads = CpuLimit.within(10, () -> mail.thread());
        List<ThreadNode> nodes = threads.threads().get(0).nodes();
        assertThat(nodes).hasSize(100_000);
        assertThat(nodes.get(99_999).depth()).isEqualTo(99_999);
    }

    @Test
    void manyRepliesToOneMessageAreJustMany() {
        mail.sent("top");
        for (int i = 0; i < 100_000; i++) {
            mail.sent("r" + i, "top");
        }
        Threads threads = CpuLimit.within(10, () -> mail.thread());
        assertThat(threads.threads()).hasSize(1);
    }

    @Test
    void chainsThatAreTornAndTiedAgainStayFast() {
        // Each message first fills a gap in a chain and then says that it belongs elsewhere.
        int n = 50_000;
        for (int i = 0; i < n; i++) {
            mail.at(i).sent("a" + i, "m" + (i + 1), "m" + i);
        }
        for (int i = 0; i < n; i++) {
            mail.at(n + i).sent("m" + i, "m" + (n - i));
        }
        Threads threads = CpuLimit.within(10, () -> mail.thread());
        assertThat(threads.threads().stream().mapToInt(MailThread::size).sum()).isEqualTo(2 * n);
    }

    private void thenThreadsAre(String expected) {
        assertThat(mail.threads()).isEqualTo(expected);
    }
}
