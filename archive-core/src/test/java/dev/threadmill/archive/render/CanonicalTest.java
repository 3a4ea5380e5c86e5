package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Search engines know one address of what several pages show. */
class CanonicalTest {

    private static final String SITE = "https://example.org/mail/";

    private static Document page(GivenArchive given, String folder) {
        return Jsoup.parse(given.text(folder + "index.html"));
    }

    private static String canonical(GivenArchive given, String folder) {
        String address = page(given, folder).select("link[rel=canonical]").attr("href");
        assertThat(address).startsWith(SITE);
        return address.substring(SITE.length());
    }

    private static GivenArchive thread(String list, int messages) {
        GivenArchive given = new GivenArchive().list(list);
        add(given, messages);
        return given;
    }

    private static void add(GivenArchive given, int messages) {
        given.mail("0@example.org").says("Begun.").in();
        for (int i = 1; i < messages; i++) {
            given.mail(i + "@example.org").answers("0@example.org").after(i).in();
        }
    }

    @Test
    void theTreeStandsForTheThreadByDate() {
        GivenArchive given = thread("dev", 3);
        assertThat(canonical(given, "dev/0@example.org/t/")).isEqualTo("dev/0@example.org/t/");
        assertThat(canonical(given, "dev/0@example.org/flat/")).isEqualTo("dev/0@example.org/t/");
        assertThat(page(given, "dev/0@example.org/flat/").select("[type*=ld]")).isEmpty();
        assertThat(page(given, "dev/0@example.org/t/").select("[type*=ld]")).hasSize(1);
    }

    @Test
    void withoutTheTreeTheThreadByDateStandsForItself() {
        GivenArchive given = thread("dev", 3).without(dev.threadmill.archive.site.PageKind.NESTED);
        assertThat(canonical(given, "dev/0@example.org/flat/"))
                .isEqualTo("dev/0@example.org/flat/");
    }

    @Test
    void eachPageOfALongTreeStandsForItself() {
        GivenArchive given = thread("dev", 201);
        assertThat(canonical(given, "dev/0@example.org/t/2/")).isEqualTo("dev/0@example.org/t/2/");
        assertThat(page(given, "dev/0@example.org/t/2/").select("meta[content=noindex]")).isEmpty();
        assertThat(page(given, "dev/0@example.org/flat/2/").select("meta[content=noindex]"))
                .hasSize(1);
    }

    @Test
    void theListThatStandsFirstHasTheMessageAndTheThread() {
        GivenArchive given = thread("dev", 3).list("users");
        add(given, 2);
        given.mail("own@example.org").answers("1@example.org").after(9).in();
        assertThat(canonical(given, "users/1@example.org/")).isEqualTo("dev/1@example.org/");
        assertThat(page(given, "users/1@example.org/").select("[type*=ld]")).isEmpty();
        assertThat(canonical(given, "users/own@example.org/")).isEqualTo("users/own@example.org/");
        // Each of the lists holds a message that the other does not.
        assertThat(canonical(given, "users/0@example.org/t/")).isEqualTo("users/0@example.org/t/");
    }

    @Test
    void aThreadThatTheFirstListHoldsWhollyIsItsOwn() {
        GivenArchive given = thread("dev", 3).list("users");
        add(given, 2);
        assertThat(canonical(given, "users/0@example.org/t/")).isEqualTo("dev/0@example.org/t/");
        assertThat(canonical(given, "users/0@example.org/flat/")).isEqualTo("dev/0@example.org/t/");
    }

    @Test
    void nothingAbsoluteIsSaidWhereTheSiteHasNoAddress() {
        GivenArchive given = thread("dev", 2).siteUrl("");
        Document page = page(given, "dev/0@example.org/");
        assertThat(page.select("link[rel=canonical], [property=og:url], [type*=ld]")).isEmpty();
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("Begun.");
    }
}
