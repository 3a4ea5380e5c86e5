package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** What crawlers are told: every page they should know, once, and no other. */
class SitemapsTest {

    private static final String SITE = "https://example.org/mail/";

    private static Map<String, String> sitemaps(GivenArchive given) {
        Map<String, String> sitemaps = new TreeMap<>();
        given.files()
                .forEach(
                        (path, bytes) -> {
                            if (path.matches("sitemap.*\\.xml")) {
                                sitemaps.put(path, new String(bytes, StandardCharsets.UTF_8));
                            }
                        });
        return sitemaps;
    }

    private static List<String> addresses(Map<String, String> sitemaps) {
        List<String> addresses = new ArrayList<>();
        for (Map.Entry<String, String> sitemap : sitemaps.entrySet()) {
            if (!sitemap.getKey().equals("sitemap.xml")) {
                addresses.addAll(locations(sitemap.getValue()));
            }
        }
        return addresses;
    }

    private static List<String> locations(String sitemap) {
        return Jsoup.parse(sitemap, "", Parser.xmlParser()).select("loc").eachText();
    }

    @Test
    void nameEveryCanonicalPageOnce() {
        Map<String, byte[]> files = Weft.archive().files();
        TreeSet<String> canonical = new TreeSet<>();
        files.forEach(
                (path, bytes) -> {
                    if (path.endsWith("index.html")) {
                        Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8));
                        String address = SITE + path.substring(0, path.length() - 10);
                        String first = page.select("link[rel=canonical]").attr("href");
                        if (address.equals(first) && page.select("meta[name=robots]").isEmpty()) {
                            canonical.add(address);
                        }
                    }
                });
        List<String> named = addresses(sitemaps(Weft.archive()));
        assertThat(named)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(canonical);
    }

    @Test
    void sayWhenTheNewestMessageOfAPageArrived() {
        Map<String, String> sitemaps = sitemaps(Weft.archive());
        assertThat(sitemaps.get("sitemap-dev-threads-1.xml"))
                .contains(
                        "<url><loc>https://example.org/mail/dev/plan@example.org/t/</loc>"
                                + "<lastmod>2024-03-02T21:30:02Z</lastmod></url>\n");
        assertThat(sitemaps.get("sitemap.xml"))
                .contains(
                        "<sitemap><loc>https://example.org/mail/sitemap-dev-threads-1.xml</loc>"
                                + "<lastmod>2024-04-05T07:00:02Z</lastmod></sitemap>\n");
    }

    @Test
    void keepToTheProtocol() throws Exception {
        GivenArchive given = Weft.archive();
        given.mail("o'neil&co+more@example.org").subject("Odd").in();
        Schema schema =
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                        .newSchema(SitemapsTest.class.getResource("sitemap.xsd"));
        Map<String, String> sitemaps = sitemaps(given);
        assertThat(sitemaps).hasSizeGreaterThan(4);
        for (String sitemap : sitemaps.values()) {
            byte[] bytes = sitemap.getBytes(StandardCharsets.UTF_8);
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
        }
        assertThat(addresses(sitemaps)).contains(SITE + "users/o'neil&co%2Bmore@example.org/");
    }

    @Test
    void areInTheIndexAllOfThem() {
        Map<String, String> sitemaps = sitemaps(Weft.archive());
        List<String> parts = new ArrayList<>(sitemaps.keySet());
        parts.remove("sitemap.xml");
        assertThat(locations(sitemaps.get("sitemap.xml")))
                .containsExactlyInAnyOrderElementsOf(
                        parts.stream().map(part -> SITE + part).toList());
    }

    @Test
    void ofOldMessagesStayWhenMailIsAdded() {
        GivenArchive given = Weft.archive();
        Map<String, String> before = sitemaps(given);
        given.mail("new@example.org").answers("again@example.org").after(99_000_000).in();
        Map<String, String> after = sitemaps(given);
        assertThat(after.get("sitemap-dev-messages-1.xml"))
                .isEqualTo(before.get("sitemap-dev-messages-1.xml"));
        String old = before.get("sitemap-users-messages-1.xml");
        assertThat(after.get("sitemap-users-messages-1.xml"))
                .startsWith(old.substring(0, old.length() - "</urlset>\n".length()));
    }

    @Test
    void holdNoMoreAddressesThanAllowed() {
        FilesInMemory site = new FilesInMemory();
        Pages pages = new Pages(Path.of("no-such-folder"), site);
        List<SitemapFile.Part> parts = new ArrayList<>();
        SitemapFile file = new SitemapFile(SITE, "dev", pages, new PageWriter(), parts);
        for (int i = 0; i < SitemapFile.MOST_ADDRESSES + 1; i++) {
            file.add(new dev.threadmill.archive.site.SitePath("dev/" + i + "@example.org/"), i);
        }
        file.end();
        assertThat(locations(text(site.files.get("sitemap-dev-1.xml"))))
                .hasSize(SitemapFile.MOST_ADDRESSES);
        assertThat(locations(text(site.files.get("sitemap-dev-2.xml"))))
                .containsExactly(SITE + "dev/50000@example.org/");
        assertThat(parts).hasSize(2);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void areLeftOutWhereTheSiteHasNoAddress() {
        GivenArchive given = Weft.archive().siteUrl("");
        assertThat(sitemaps(given)).isEmpty();
        assertThat(given.text("robots.txt")).doesNotContain("Sitemap");
        assertThat(Weft.archive().text("robots.txt"))
                .endsWith("\nSitemap: https://example.org/mail/sitemap.xml\n");
    }

    @Test
    void aNameOfItsOwnIsWrittenWhenAsked() {
        assertThat(Weft.archive().files()).doesNotContainKey("CNAME");
        assertThat(Weft.archive().cname("lists.example.org").text("CNAME"))
                .isEqualTo("lists.example.org\n");
    }
}
