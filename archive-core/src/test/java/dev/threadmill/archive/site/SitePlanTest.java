package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.GivenMail;
import dev.threadmill.archive.thread.Threads;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SitePlanTest {

    private final GivenMail mail = new GivenMail();

    @Test
    void listsShowTheThreadsInWhichTheyHoldAMessage() {
        mail.sent("plan");
        mail.list(1).sent("answer", "plan").sent("other");
        SitePlan plan = plan();
        assertThat(plan.lists().get(0).threads()).isEqualTo(1);
        assertThat(plan.lists().get(1).threads()).isEqualTo(2);
        assertThat(plan.threads().get(0).lists())
                .extracting(PlannedThread.InList::list)
                .containsExactly(0, 1);
    }

    @Test
    void latestThreadsStandFirst() {
        mail.at(100).sent("old").sent("new");
        mail.at(900).sent("late-answer", "old");
        assertThat(plan().lists().get(0).latest()).containsExactly(0, 1);
    }

    @Test
    void noIndexGrowsWithoutBound() {
        IntStream.range(0, 1000).forEach(i -> mail.sentAs("Hello", "m" + i));
        ListPlan list = plan().lists().get(0);
        assertThat(list.latest()).hasSize(200);
        assertThat(list.newest()).hasSize(25);
        assertThat(list.loose().values()).allMatch(loose -> loose.size() == 10);
    }

    @Test
    void monthsAreThoseOfArrivalInUtc() {
        long newYear = YearMonth.of(2024, 1).atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        mail.at(newYear - 1).sent("a").sent("b", "a");
        assertThat(plan().lists().get(0).months().keySet())
                .containsExactly(YearMonth.of(2023, 12), YearMonth.of(2024, 1));
    }

    @Test
    void threadsOfOneSubjectAreLooseMatches() {
        mail.sentAs("Release plan", "a").sentAs("Re: release PLAN", "b").sentAs("Other", "c");
        assertThat(plan().lists().get(0).loose())
                .containsOnlyKeys(0, 1)
                .containsEntry(0, List.of(1));
    }

    @Test
    void lateMessageThatWasOnTopKeepsRedirects() {
        // While "b" was missing, the thread of "c" stood under b's address.
        mail.sent("c", "b").sent("b", "a");
        PlannedThread thread = plan().threads().get(0);
        assertThat(thread.thread().root().id().value()).isEqualTo("a");
        assertThat(thread.lists().get(0).redirects())
                .extracting(MessageId::value)
                .containsExactly("b");
    }

    @Test
    void messageThatOnlyOthersPutBelowAnotherKeepsRedirects() {
        // The thread of "a" stood under its address until "c" named something above it.
        mail.sent("a").sent("b", "a").sent("c", "token", "a", "b");
        PlannedThread thread = plan().threads().get(0);
        assertThat(thread.thread().root().id().value()).isEqualTo("token");
        assertThat(thread.lists().get(0).redirects())
                .extracting(MessageId::value)
                .containsExactly("a");
    }

    @Test
    void lateMessageThatIsOnTopNowNeedsNoRedirect() {
        mail.sent("b", "a").sent("a");
        assertThat(plan().threads().get(0).lists().get(0).redirects()).isEmpty();
    }

    @Test
    void messageThatCameBeforeItsRepliesNeedsNoRedirect() {
        mail.sent("b", "a").sent("c", "b");
        assertThat(plan().threads().get(0).lists().get(0).redirects()).isEmpty();
    }

    @Test
    void missingParentsClaimTheirPathAfterAllMessages() {
        mail.sent("reply", "X@example.org").sent("x@example.org");
        Permalinks links = plan().permalinks();
        assertThat(links.message(0, new MessageId("x@example.org")).value())
                .isEqualTo("dev/x@example.org/");
        assertThat(links.message(0, new MessageId("X@example.org")).value()).startsWith("dev/~");
    }

    @Test
    void topsThatOnlyOtherListsMentionClaimTheirPathToo() {
        mail.sent("x@example.org").sent("answer", "reply");
        mail.list(1).sent("reply", "X@example.org");
        Permalinks links = plan().permalinks();
        assertThat(links.message(0, new MessageId("X@example.org")).value()).startsWith("dev/~");
        assertThat(links.message(1, new MessageId("X@example.org")).value())
                .isEqualTo("users/X@example.org/");
    }

    private SitePlan plan() {
        Threads threads = mail.thread();
        List<MailingList> lists =
                IntStream.range(0, mail.lists().size())
                        .mapToObj(i -> List.of("dev", "users").get(i))
                        .map(name -> new MailingList(name, name, name, "", ""))
                        .toList();
        return SitePlan.of(
                lists,
                mail.lists(),
                threads.threads(),
                EnumSet.allOf(PageKind.class),
                AddressPolicy.SHOW,
                Mailmap.NONE,
                Unindexed.NONE);
    }
}
