package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

    @Test
    void linksAreRelative() {
        SitePath page = new SitePath("dev/1@example.org/");
        assertThat(page.linkTo(new SitePath("dev/2@example.org/"))).isEqualTo("../2@example.org/");
        assertThat(page.linkTo(new SitePath("dev/1@example.org/raw"))).isEqualTo("./raw");
        assertThat(page.linkTo(new SitePath("dev/"))).isEqualTo("../");
        assertThat(page.linkTo(new SitePath(""))).isEqualTo("../../");
        assertThat(page.linkTo(page)).isEqualTo("./");
        assertThat(new SitePath("").linkTo(new SitePath("dev/"))).isEqualTo("./dev/");
        assertThat(new SitePath("dev/raw").linkTo(new SitePath("dev/new.atom")))
                .isEqualTo("./new.atom");
    }

    @Test
    void plusIsEncodedInLinks() {
        assertThat(new SitePath("").linkTo(new SitePath("a+b@example.org/")))
                .isEqualTo("./a%2Bb@example.org/");
    }

    @Test
    void foldersHoldTheirPageAsIndex() {
        assertThat(new SitePath("dev/").file()).isEqualTo("dev/index.html");
        assertThat(new SitePath("").file()).isEqualTo("index.html");
        assertThat(new SitePath("dev/new.atom").file()).isEqualTo("dev/new.atom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../x",
                "a/../b",
                "a/./b",
                "a//b",
                "a\\b",
                "a:b",
                "a b",
                "é",
                "a%2e"
            })
    void nothingLeavesTheSite(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SitePath(path));
    }
}
