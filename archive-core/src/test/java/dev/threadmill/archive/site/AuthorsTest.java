package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.thread.GivenMail;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorsTest {

    private final GivenMail mail = new GivenMail();

    private Authors authors(String... mailmap) {
        MailingList list = new MailingList("dev", "dev", "dev", "", "dev@example.org");
        return SitePlan.of(
                        List.of(list),
                        mail.lists(),
                        mail.thread().threads(),
                        EnumSet.allOf(PageKind.class),
                        AddressPolicy.SHOW,
                        Mailmap.parse(".mailmap", List.of(mailmap)),
                        Unindexed.NONE)
                .lists()
                .get(0)
                .authors();
    }

    private static List<String> told(Authors authors) {
        return authors.all().stream()
                .map(a -> a.person().name() + " " + a.messages().size())
                .toList();
    }

    @Test
    void standByNameWithWhatTheyWrote() {
        mail.from("Zoe", "z@example.org").sent("1");
        mail.from("ämil", "e@example.org").sent("2");
        mail.from("Ben", "b@example.org").sent("3").sent("4");
        assertThat(told(authors())).containsExactly("ämil 1", "Ben 2", "Zoe 1");
    }

    @Test
    void oneAddressIsOneAuthorWhateverTheName() {
        mail.from("Ann Ash", "ann@example.org").sent("1");
        mail.from("A. Ash", "ANN@example.org").sent("2");
        Authors authors = authors();
        assertThat(told(authors)).containsExactly("Ann Ash 2");
        assertThat(authors.all().get(0).addresses()).hasSize(2);
    }

    @Test
    void addressOfTheListIsManyAuthorsByName() {
        mail.from("Ada via dev", "dev@example.org").sent("1");
        Author before = authors().all().get(0);
        mail.from("Bo via dev", "Dev@example.org").sent("2");
        mail.from("ada via dev", "dev@example.org").sent("3");
        assertThat(told(authors())).containsExactly("Ada via dev 2", "Bo via dev 1");
        assertThat(authors().all()).extracting(Author::key).doesNotHaveDuplicates();
        assertThat(authors().all().get(0).key()).isEqualTo(before.key());
    }

    @Test
    void addressThatWritesForManyHasTheNameOfNone() {
        mail.from("bot for Ann", "bot@example.org").sent("0");
        Author before = authors().all().get(0);
        assertThat(before.person().name()).isEqualTo("bot for Ann");
        for (int i = 1; i <= 12; i++) {
            mail.from("bot for Ben " + i, "bot@example.org").sent(i + "");
        }
        Author after = authors().all().get(0);
        assertThat(after.person()).isEqualTo(new Address("", "bot@example.org"));
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(told(authors("Bot <bot@example.org>"))).containsExactly("Bot 13");
    }

    @Test
    void laterMailChangesNeitherNameNorKey() {
        mail.from("Ann", "ann@example.org").sent("1");
        Author before = authors().all().get(0);
        mail.from("Ann Ash", "ann@example.org").sent("3").sent("4");
        Author after = authors().all().get(0);
        assertThat(after.person()).isEqualTo(before.person());
        assertThat(after.key()).isEqualTo(before.key()).startsWith("ann-");
    }

    @Test
    void nameThatCameLaterIsShownButMovesNoPage() {
        mail.from("", "ann@example.org").sent("1");
        Author before = authors().all().get(0);
        mail.from("Ann", "ann@example.org").sent("2");
        Author after = authors().all().get(0);
        assertThat(after.person().name()).isEqualTo("Ann");
        assertThat(after.key()).isEqualTo(before.key());
    }

    @Test
    void twoOfOneNameAreTwo() {
        mail.from("Ann", "a@example.org").sent("1");
        mail.from("Ann", "b@example.org").sent("2");
        assertThat(told(authors())).containsExactly("Ann 1", "Ann 1");
        assertThat(authors().all()).extracting(Author::key).doesNotHaveDuplicates();
    }

    @Test
    void mailmapMakesOneOfSeveralAddresses() {
        mail.from("aa", "ann@new.example").sent("1");
        mail.from("Ann", "ann@old.example").sent("2");
        Authors authors = authors("Ann Ash <ann@new.example> <ann@old.example>");
        assertThat(told(authors)).containsExactly("Ann Ash 2");
        assertThat(authors.of(new Address("aa", "ann@new.example")))
                .isSameAs(authors.of(new Address("Ann", "ann@old.example")));
    }

    @Test
    void whoIsNotNamedIsNobody() {
        mail.from("", "").sent("1");
        assertThat(authors().all()).isEmpty();
        assertThat(authors().of(Address.NONE)).isNull();
    }

    @Test
    void messageThatIsLeftOutNamesNobody() {
        mail.from("A. N. Onymous", "ann@example.org").sent("1");
        mail.from("Ann Ash", "ann@example.org").sent("2");
        mail.lists().get(0).replaceAll(m -> m.number() == 0 ? m.leftOut("a wish") : m);
        Author ann = authors().all().get(0);
        assertThat(ann.person().name()).isEqualTo("Ann Ash");
        assertThat(ann.addresses()).hasSize(1);
    }

    @Test
    void whatTheyWroteStandsByArrival() {
        mail.at(500).from("Ann", "a@example.org").sent("late");
        mail.at(100).sent("early");
        assertThat(authors().all().get(0).messages())
                .containsExactly(new NodeRef(1, 0), new NodeRef(0, 0));
    }
}
