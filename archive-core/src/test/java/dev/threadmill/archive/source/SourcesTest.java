package dev.threadmill.archive.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final String FROM = "From ann@example.org Thu Jan  1 00:00:00 2015\n";

    @TempDir Path root;
    @TempDir Path temporary;

    private void given(String... files) throws IOException {
        for (String file : files) {
            write(file, FROM + "Subject: " + file + "\n\n");
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve("mail").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    /** {@code name: source, source} for each list. */
    private List<String> found() {
        return Sources.find(root.resolve("mail")).stream()
                .map(
                        list ->
                                list.sources().stream()
                                        .map(source -> root.resolve("mail").relativize(source))
                                        .map(source -> source.toString().replace('\\', '/'))
                                        .collect(Collectors.joining(", ", list.name() + ": ", "")))
                .toList();
    }

    private MessageSource open(String file) {
        return Sources.open(
                root.resolve("mail").resolve(file),
                ("mail/" + file).replaceFirst("/$", ""),
                new TestScratch(temporary));
    }

    @Test
    void eachFileIsAListNamedByIt() throws IOException {
        given("users.mbox", "Dev.mbox.gz", "announce.txt.xz", "old.MBX", "chat");

        assertThat(found())
                .containsExactly(
                        "announce: announce.txt.xz",
                        "chat: chat",
                        "dev: Dev.mbox.gz",
                        "old: old.MBX",
                        "users: users.mbox");
    }

    @Test
    void filesNamedByPeriodAreOneListInCalendarOrder() throws IOException {
        given("2021-June.txt", "2021-April.txt.gz", "2020-December.txt", "2021-May.txt");

        assertThat(found())
                .containsExactly(
                        "mail: 2020-December.txt, 2021-April.txt.gz, 2021-May.txt, 2021-June.txt");
    }

    @Test
    void foldersOfPeriodsAreLists() throws IOException {
        given("dev/2021-02.mbox", "dev/2021-01.mbox", "users/2020.mbox", "news.mbox");

        assertThat(found())
                .containsExactly(
                        "dev: dev/2021-01.mbox, dev/2021-02.mbox",
                        "news: news.mbox",
                        "users: users/2020.mbox");
    }

    @Test
    void foldersOfPeriodsStandBesideFilesOfOthers() throws IOException {
        given("dev/2022/2022-02.mbox", "dev/2022/2022-01.mbox", "dev/2023.mbox");

        assertThat(found()).containsExactly("dev: dev/2022, dev/2023.mbox");
        assertThat(Reading.of(open("dev")).messages()).hasSize(3);
    }

    @Test
    void foldersWithoutMailArePassedOver() throws IOException {
        given("dev/2024.mbox", "dev/2023.mbox");
        Files.createDirectories(root.resolve("mail/dev/attic/older"));
        write("dev/kept/.gitkeep", "");
        write("dev/2025/thread.html", "<html>");

        assertThat(found()).containsExactly("dev: dev/2023.mbox, dev/2024.mbox");
        assertThat(Reading.of(open("dev")).messages()).hasSize(2);
        assertThat(Reading.of(open("")).messages()).hasSize(2);
    }

    @Test
    void linksToEachOthersFoldersAreFollowedOnce() throws IOException {
        given("dev/a/1.mbox", "dev/b/2.mbox");
        Files.createSymbolicLink(root.resolve("mail/dev/a/l"), Path.of("../b"));
        Files.createSymbolicLink(root.resolve("mail/dev/b/k"), Path.of("../a"));

        assertThat(Reading.of(open("dev")).messages()).hasSize(4);
    }

    @Test
    void maildirThatWaitsForItsFirstMessageIsAList() throws IOException {
        given("dev.mbox");
        Files.createDirectories(root.resolve("mail/users/cur"));

        assertThat(found()).containsExactly("dev: dev.mbox", "users: users");
    }

    @Test
    void whatStandsBesideMailIsNoList() throws IOException {
        given("dev/2021-02.mbox");
        write("dev/2021-03.mbox", "");
        write("dev/2021-02/thread.html", "<html>");
        write("dev/index.html", "<html>");
        write(".gitkeep", "");
        write("README.md", "Our mail.");
        write("dev/2021-02.mbox.msf", "// <!-- <mdb:mork:z v=\"1.4\"/> -->");
        write("dev/table_of_contents", "of Apple Mail");

        assertThat(found()).containsExactly("dev: dev/2021-02.mbox");
    }

    @Test
    void singleFileIsOneList() throws IOException {
        given("Dev.mbox.gz");

        assertThat(Sources.find(root.resolve("mail/Dev.mbox.gz")))
                .containsExactly(
                        new Sources.FoundList("dev", List.of(root.resolve("mail/Dev.mbox.gz"))));
    }

    @Test
    void folderIsOpenedAsItsFilesOneAfterTheOther() throws IOException {
        given("2021-June.txt", "2021-April.txt", "2021-May.txt");

        Reading read = Reading.of(open(""));

        assertThat(read.texts())
                .containsExactly(
                        "Subject: 2021-April.txt\n",
                        "Subject: 2021-May.txt\n",
                        "Subject: 2021-June.txt\n");
        assertThat(read.origins())
                .containsExactly(
                        "mail/2021-April.txt:46", "mail/2021-May.txt:46", "mail/2021-June.txt:46");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.mbox"))
                .withMessage(
                        "mail/dev.mbox: there is no such file or folder; correct the path, or"
                                + " create it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.find(root.resolve("mail")))
                .withMessage(
                        root.resolve("mail")
                                + ": there is no such file or folder; correct the path, or create"
                                + " it");
    }

    @Test
    void whatIsEmptyIsRefused() throws IOException {
        write("dev.mbox", "\n\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.mbox"))
                .withMessage(
                        "mail/dev.mbox: the file is empty; remove it, or put the mail in its"
                                + " place");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(""))
                .withMessage("mail: the folder holds no mail; put some there, or correct the path");
        assertThat(found()).isEmpty();
    }

    @Test
    void aNameThatIsNoTextIsRefused() throws Exception {
        given("dev.mbox");
        int done =
                new ProcessBuilder("sh", "-c", "cp dev.mbox \"$(printf 'h\\366st').mbox\"")
                        .directory(root.resolve("mail").toFile())
                        .start()
                        .waitFor();
        assumeThat(done).as("a file system that takes any bytes as a name").isZero();

        assertThatIllegalArgumentException()
                .isThrownBy(this::found)
                .withMessageEndingWith(
                        ".mbox: the name has bytes that are no text in the encoding of this process; start it with LC_ALL=C.UTF-8, or rename the file");
    }

    @Test
    void whatIsNoMailIsRefused() throws IOException {
        write("dev.mbox", "<!DOCTYPE html>\n<title>Not found</title>\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.mbox"))
                .withMessage(
                        "mail/dev.mbox: the file is no mail, it begins with '<!DOCTYPE html>' and"
                                + " not with a From line or header fields; remove it, or name the"
                                + " sources one by one");
    }

    @Test
    void archiveOfFilesIsToBeUnpacked() throws IOException {
        byte[] zip = "PK\3\4 and so on".getBytes(StandardCharsets.ISO_8859_1);
        byte[] tar = new byte[1024];
        byte[] name = "dev.mbox/1.eml".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(name, 0, tar, 0, name.length);
        byte[] mark = "ustar".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(mark, 0, tar, 257, mark.length);
        for (byte[] packed : List.of(zip, tar)) {
            Path file = Files.write(root.resolve("dev.mbox.tar"), packed);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Sources.open(file, "dev.mbox.tar", new TestScratch(root)))
                    .withMessage(
                            "dev.mbox.tar: the file is an archive of files; unpack it, and name the folder instead");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    \\1\\1\\1\\1\\nFrom: Ann      | an MMDF mailbox; turn it into an mbox, by mutt for instance
                    BABYL OPTIONS:\\nVersion      | a Babyl mailbox; turn it into an mbox, by unrmail of Emacs
                    BZh91AY                       | packed by bzip2; unpack it, or pack it by xz
                    !BDN                          | a folder of Outlook; turn it into an mbox, by readpst
                    \\317\\255\\022\\376\\305     | a folder of Outlook Express; turn it into .eml files, by undbx
                    \\320\\317\\021\\340\\241     | a message as Outlook keeps it; turn it into .eml, by msgconvert
                    """)
    void mailInOtherFormsIsRefusedWithTheRemedy(String bytes, String expected) throws IOException {
        Path file = root.resolve("dev.mbox");
        Files.writeString(file, bytes.translateEscapes(), StandardCharsets.ISO_8859_1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.open(file, "dev.mbox", new TestScratch(root)))
                .withMessage("dev.mbox: the file is " + expected);
    }

    @Test
    void linesThatEndInCarriageReturnsAreToBeTurned() throws IOException {
        String mbox = "From ann@example.org Thu Jan  1 00:00:00 2015\nSubject: a\n\none\n\n";
        write("dev.mbox", mbox.replace('\n', '\r'));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("dev.mbox"))
                .withMessage(
                        "mail/dev.mbox: the lines of the file end in carriage returns alone; turn these into line feeds, by tr for instance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void textInUtf16IsRefused(String charset) throws IOException {
        String mbox = "\uFEFFFrom ann@example.org Thu Jan  1 00:00:00 2015\nSubject: a\n\none\n\n";
        Path file = Files.writeString(root.resolve("dev.mbox"), mbox, Charset.forName(charset));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.open(file, "dev.mbox", new TestScratch(root)))
                .withMessage(
                        "dev.mbox: the text of the file is UTF-16, as no mail is; export the mail again, or save the file as UTF-8");
    }
}
