package dev.threadmill.archive.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.threadmill.archive.Corpora;
import dev.threadmill.archive.GeneratedSite;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReadersTest {

    @TempDir Path folder;

    private static List<String> feeds(GeneratedSite site, String extension) {
        return site.files().stream().filter(file -> file.endsWith(extension)).toList();
    }

    private static void everyFeedIsValid(GeneratedSite site) throws IOException {
        for (String feed : feeds(site, ".atom")) {
            assertThat(FeedSchemas.atomFaults(site.bytes(feed))).as(feed).isEmpty();
        }
        for (String feed : feeds(site, "new.json")) {
            assertThat(FeedSchemas.jsonFaults(site.bytes(feed))).as(feed).isEmpty();
        }
    }

    @Test
    void schemasFindWhatIsWrong() throws IOException {
        String atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title></feed>";
        assertThat(FeedSchemas.atomFaults(atom.getBytes(UTF_8))).isNotEmpty();
        String json = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"a\"}";
        assertThat(FeedSchemas.jsonFaults(json.getBytes(UTF_8))).isNotEmpty();
    }

    @Test
    void everyFeedOfTheSampleIsValid() throws IOException {
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        assertThat(feeds(site, ".atom")).hasSizeGreaterThan(20);
        assertThat(feeds(site, "new.json")).hasSize(2);
        everyFeedIsValid(site);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lists/linux-mips-first3000.mbox.gz",
                "lists/usrp-users-2020-03.mbox.gz",
                "lists/pipermail-r-sig-mac-2010.txt.gz"
            })
    void everyFeedOfRealMailIsValid(String mail) throws IOException {
        everyFeedIsValid(Sample.site(Corpora.file(mail), folder));
    }

    @Test
    void romeReadsEveryFeed() throws Exception {
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        for (String name : feeds(site, ".atom")) {
            SyndFeed feed =
                    new SyndFeedInput()
                            .build(new XmlReader(new ByteArrayInputStream(site.bytes(name))));
            assertThat(feed.getTitle()).as(name).isNotBlank();
            assertThat(feed.getEntries()).as(name).isNotEmpty();
            for (SyndEntry entry : feed.getEntries()) {
                assertThat(entry.getTitle()).as(name).isNotBlank();
                assertThat(entry.getLink()).as(name).startsWith("https://example.org/archive/");
                assertThat(entry.getPublishedDate()).as(name).isNotNull();
            }
        }
    }

    /** As RFC 5005 §4.1 says: from the feed of today along prev-archive, and nothing is missing. */
    @Test
    void aReaderThatFollowsTheHistoryHasEveryMessageOfEveryMonthThatIsOver() throws IOException {
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        Set<String> ids = new HashSet<>();
        String next = "dev/new.atom";
        int documents = 0;
        while (!next.isEmpty()) {
            Document feed = Jsoup.parse(new String(site.bytes(next), UTF_8), Parser.xmlParser());
            ids.addAll(feed.select("entry > id").eachText());
            assertThat(feed.select("fh|archive")).hasSize(documents == 0 ? 0 : 1);
            Element before = feed.selectFirst("feed > link[rel=prev-archive]");
            next =
                    before == null
                            ? ""
                            : before.attr("href").replace("https://example.org/archive/", "");
            documents++;
        }
        Set<String> months = new HashSet<>();
        for (String name : feeds(site, "archive.atom")) {
            if (name.startsWith("dev/")) {
                Document feed =
                        Jsoup.parse(new String(site.bytes(name), UTF_8), Parser.xmlParser());
                months.addAll(feed.select("entry > id").eachText());
            }
        }
        assertThat(documents).isEqualTo(3);
        assertThat(ids).isEqualTo(months);
    }

    @Test
    void newsboatReadsEveryMessageOfEveryMonth() throws Exception {
        Tool.assumeInstalled("newsboat");
        GeneratedSite site = Sample.site(Sample.MAIL, folder);
        StringBuilder urls = new StringBuilder();
        Set<String> ids = new HashSet<>(); // of a cross-post one is news
        for (String name : feeds(site, "archive.atom")) {
            urls.append("file://").append(folder.resolve("site").resolve(name)).append('\n');
            String feed = new String(site.bytes(name), UTF_8);
            ids.addAll(Jsoup.parse(feed, Parser.xmlParser()).select("entry > id").eachText());
        }
        Files.writeString(folder.resolve("urls"), urls);
        Tool tool = new Tool(Files.createDirectory(folder.resolve("home")));
        tool.run(folder, "newsboat", "-u", "urls", "-c", "cache.db", "-x", "reload");
        String said =
                tool.run(folder, "newsboat", "-u", "urls", "-c", "cache.db", "-x", "print-unread");
        assertThat(said.strip()).isEqualTo(ids.size() + " unread articles");
    }
}
