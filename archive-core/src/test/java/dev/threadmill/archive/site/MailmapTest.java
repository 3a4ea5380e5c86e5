package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.threadmill.archive.mail.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailmapTest {

    private static String proper(String file, String name, String email) {
        Mailmap mailmap = Mailmap.parse(".mailmap", file.lines().toList());
        Address person = mailmap.proper(new Address(name, email)).person();
        return person.name() + " <" + person.email() + ">";
    }

    @Test
    void givesANameToAnAddress() {
        assertThat(proper("Ann Ash <ann@example.org>", "aa", "ann@example.org"))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void givesAnAddressForAnother() {
        assertThat(proper("<ann@example.org> <ann@old.example>", "Ann", "ann@old.example"))
                .isEqualTo("Ann <ann@example.org>");
    }

    @Test
    void givesBoth() {
        assertThat(proper("Ann Ash <ann@example.org> <ANN@old.example>", "aa", "Ann@Old.example"))
                .isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void tellsTwoWhoShareAnAddressByTheirNames() {
        String file =
                """
                # The machine in the hall
                Ann Ash <ann@example.org> ann <root@localhost>
                Ben Birch <ben@example.org> Ben <root@localhost> # and his
                """;
        assertThat(proper(file, "Ann", "root@localhost")).isEqualTo("Ann Ash <ann@example.org>");
        assertThat(proper(file, "ben", "root@localhost")).isEqualTo("Ben Birch <ben@example.org>");
        assertThat(proper(file, "Cid", "root@localhost")).isEqualTo("Cid <root@localhost>");
    }

    @Test
    void linesOnOneAddressAddUpAndTheLastOneCounts() {
        String file =
                """
                Ann <ann@old.example>
                <ann@example.org> <ann@old.example>
                Ann Ash <ann@old.example>
                """;
        assertThat(proper(file, "", "ann@old.example")).isEqualTo("Ann Ash <ann@example.org>");
    }

    @Test
    void othersAreWhoTheySay() {
        assertThat(proper("Ann <ann@example.org>", "Ben", "ben@example.org"))
                .isEqualTo("Ben <ben@example.org>");
        assertThat(proper("Ann <ann@example.org>", "Nobody", "")).isEqualTo("Nobody <>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann Ash",
                "Ann <ann@example.org",
                "<ann@example.org>",
                "Ann <> <a@b>",
                "a <b> c"
            })
    void lineOfNoFormIsNamed(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> proper("\n" + line, "", "x@example.org"))
                .withMessageStartingWith(".mailmap:2: '" + line + "' is no line of a mailmap;");
    }
}
