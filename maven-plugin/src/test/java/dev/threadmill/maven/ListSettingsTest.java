package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.MailingList;
import org.junit.jupiter.api.Test;

class ListSettingsTest {

    @Test
    void fillsTheAddressFromThePom() {
        assertThat(ListSettings.merge(List.of(list("dev")), List.of(pom("Dev", "dev@example.org"))))
                .containsExactly(new ListOptions("dev", List.of(), "dev@example.org", "", ""));
    }

    @Test
    void prefersWhatIsConfigured() {
        ListConfiguration dev = list("dev");
        dev.address = "new@example.org";
        dev.title = "Development";
        dev.description = "How weft is made";
        dev.sources = List.of(new File("a.mbox"), new File("b.mbox"));
        assertThat(ListSettings.merge(List.of(dev), List.of(pom("dev", "old@example.org"))))
                .containsExactly(
                        new ListOptions(
                                "dev",
                                List.of(Path.of("a.mbox"), Path.of("b.mbox")),
                                "new@example.org",
                                "Development",
                                "How weft is made"));
    }

    @Test
    void knowsThatAPomMayGiveALinkOrAPageInsteadOfAnAddress() {
        assertThat(
                        ListSettings.merge(
                                List.of(list("b")),
                                List.of(
                                        pom("a", "mailto:a@example.org?subject=Hello"),
                                        pom("b", "MAILTO:b@example.org"),
                                        pom("c", "https://example.org/@forum/"))))
                .extracting(ListOptions::address)
                .containsExactly("b@example.org", "a@example.org", "");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        ListConfiguration dev = list("dev");
        dev.address = "https://example.org/dev";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListSettings.merge(List.of(dev), List.of()))
                .withMessage(
                        "lists: the <address> 'https://example.org/dev' of 'dev' is no mail address; write it like dev@example.org");
    }

    @Test
    void putsConfiguredListsBeforeThoseOfThePom() {
        assertThat(
                        ListSettings.merge(
                                List.of(list("c"), list("b")),
                                List.of(pom("a", "a@example.org"), pom("b", "b@example.org"))))
                .extracting(ListOptions::name)
                .containsExactly("c", "b", "a");
    }

    @Test
    void passesOverAListWithoutNameInThePom() {
        assertThat(ListSettings.merge(List.of(), List.of(new MailingList()))).isEmpty();
    }

    @Test
    void refusesAListWithoutName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListSettings.merge(List.of(new ListConfiguration()), List.of()))
                .withMessage("lists: a <list> has no <name>; write <name>dev</name>");
    }

    @Test
    void refusesTwoListsOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListSettings.merge(List.of(list("dev"), list("Dev")), List.of()))
                .withMessageContaining("'Dev'");
    }

    private static ListConfiguration list(String name) {
        ListConfiguration list = new ListConfiguration();
        list.name = name;
        return list;
    }

    private static MailingList pom(String name, String post) {
        MailingList list = new MailingList();
        list.setName(name);
        list.setPost(post);
        return list;
    }
}
