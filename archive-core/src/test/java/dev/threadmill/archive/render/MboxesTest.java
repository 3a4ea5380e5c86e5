package dev.threadmill.archive.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.render.download.Downloads;
import dev.threadmill.archive.render.download.MailBuffers;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class MboxesTest {

    private static String unzipped(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void holdsAThreadInSourceOrderAsMboxrd() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("b@example.org").answers("a@example.org").after(9).raw("B: b\n\nFrom b\n").in();
        given.mail("a@example.org").raw("A: a\n\n>From a\n>>From a\nno end").in();
        Map<String, byte[]> files = given.files();
        assertThat(unzipped(files.get("dev/a@example.org/t.mbox.gz")))
                .isEqualTo(
                        """
                        From mboxrd@z Fri Mar  1 08:05:11 2024
                        B: b

                        >From b

                        From mboxrd@z Fri Mar  1 08:05:02 2024
                        A: a

                        >>From a
                        >>>From a
                        no end

                        """);
        assertThat(new String(files.get("dev/a@example.org/raw"), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        From mboxrd@z Fri Mar  1 08:05:02 2024
                        A: a

                        >>From a
                        >>>From a
                        no end""");
    }

    @Test
    void saysNeitherWhenNorWhereItWasMade() {
        byte[] gzip = Weft.archive().files().get("dev/plan@example.org/t.mbox.gz");
        assertThat(gzip).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void aMonthHoldsEachCopyThatArrivedInItInSourceOrder() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("late@example.org").after(86_400).raw("Late: 1\n\n").in();
        given.mail("a@example.org").raw("A: 1\n\n").in();
        given.mail("april@example.org").sent("2024-04-01T00:00:00Z", "").raw("April: 1\n\n").in();
        given.mail("a@example.org").raw("A: 1\nReceived: twice\n\n").in();
        Map<String, byte[]> files = given.files();
        assertThat(unzipped(files.get("dev/2024-03/mbox.gz")).lines())
                .filteredOn(line -> line.contains(": "))
                .containsExactly("Late: 1", "A: 1", "A: 1", "Received: twice");
        assertThat(unzipped(files.get("dev/all.mbox.gz")))
                .isEqualTo(
                        unzipped(files.get("dev/2024-03/mbox.gz"))
                                + unzipped(files.get("dev/2024-04/mbox.gz")));
    }

    @Test
    void aListThatIsTooLargeForOneFileHasOneForEachYear() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        for (String day : new String[] {"2022-12-30", "2023-01-02", "2023-05-06"}) {
            given.mail(day + "@example.org").sent(day + "T00:00:00Z", "").says(day).in();
        }
        SitePlan plan = given.plan();
        FilesInMemory site = new FilesInMemory();
        Downloads downloads = new Downloads(new Links(plan, id -> {}), given.loader(), site, 300);
        ListPlan dev = plan.lists().get(0);
        try (MailBuffers buffers = new MailBuffers(given.scratch())) {
            for (YearMonth month : dev.mail().keySet()) {
                downloads.month(dev, month, buffers);
            }
        }
        downloads.all(dev);
        assertThat(site.files.keySet())
                .contains("dev/all-2022.mbox.gz", "dev/all-2023.mbox.gz")
                .doesNotContain("dev/all.mbox.gz");
        assertThat(unzipped(site.files.get("dev/all-2023.mbox.gz")))
                .isEqualTo(
                        unzipped(site.files.get("dev/2023-01/mbox.gz"))
                                + unzipped(site.files.get("dev/2023-05/mbox.gz")));
        assertThat(downloads.of(dev).stream().map(Downloads.Download::year))
                .containsExactly(2022, 2023);
    }

    @Test
    void whatMemoryShouldNotHoldOfAnMboxIsPutAside() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        byte[] noise = new byte[12 << 20]; // three times what stays in memory
        new Random(1).nextBytes(noise);
        String text = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(noise);
        given.mail("a@example.org").raw("A: a\n\n" + text + "\n").in();
        Map<String, byte[]> files = given.files();
        assertThat(given.spools).contains("mbox");
        for (String file : new String[] {"a@example.org/t.mbox.gz", "2024-03/mbox.gz"}) {
            assertThat(unzipped(files.get("dev/" + file))).contains(text);
        }
    }

    @Test
    void b4FindsTheMboxOfAThreadWithPatchesAtEachOfItsMessages() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("cover@example.org").subject("[RFC PATCH v2 0/1] Weave").in();
        given.mail("patch@example.org")
                .subject("[RFC PATCH v2 1/1] Weave")
                .answers("cover@example.org")
                .in();
        given.mail("talk@example.org").subject("No [patch here").in();
        given.mail("answer@example.org")
                .subject("Re: No [patch here")
                .answers("talk@example.org")
                .in();
        Map<String, byte[]> files = given.files();
        assertThat(files.get("dev/patch@example.org/t.mbox.gz"))
                .isEqualTo(files.get("dev/cover@example.org/t.mbox.gz"));
        assertThat(files).containsKey("dev/talk@example.org/t.mbox.gz");
        assertThat(files).doesNotContainKey("dev/answer@example.org/t.mbox.gz");
    }

    @Test
    void b4IsServedWithoutOtherMboxesToo() {
        GivenArchive given = new GivenArchive().list("dev").without(PageKind.MBOX);
        given.mail("patch@example.org").subject("[PATCH] Weave").in();
        given.mail("talk@example.org").subject("Talk").in();
        assertThat(given.files().keySet().stream().filter(file -> file.endsWith("mbox.gz")))
                .containsExactly("dev/patch@example.org/t.mbox.gz");
    }

    @Test
    void longThreadsOfPatchesAreNotMultiplied() {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("m0@example.org").subject("[PATCH] Weave").in();
        for (int i = 1; i <= 50; i++) {
            given.mail("m" + i + "@example.org").answers("m0@example.org").in();
        }
        assertThat(given.files().keySet().stream().filter(file -> file.endsWith("/t.mbox.gz")))
                .containsExactly("dev/m0@example.org/t.mbox.gz");
    }

    @Test
    void anEmptyMessageIsAMessage() throws IOException {
        GivenArchive given = new GivenArchive().list("dev");
        given.mail("a@example.org").raw("\n").in();
        assertThat(unzipped(given.files().get("dev/a@example.org/t.mbox.gz")))
                .isEqualTo("From mboxrd@z Fri Mar  1 08:05:02 2024\n\n\n");
    }
}
