package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadmill.archive.ArchiveOptions;
import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.MailingList;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {

    @TempDir Path basedir;

    private final GenerateMojo mojo = new GenerateMojo();

    @BeforeEach
    @SuppressWarnings("deprecation") // there is no other way to make a session
    void startInAModule() {
        mojo.basedir = basedir.toFile();
        mojo.project = new MavenProject();
        mojo.project.setFile(basedir.resolve("pom.xml").toFile());
        mojo.project.setName("weft");
        Build build = new Build();
        build.setDirectory(basedir.resolve("out").toString());
        mojo.project.setBuild(build);
        mojo.session = new MavenSession(null, null, new DefaultMavenExecutionRequest(), null);
        mojo.session.setProjects(List.of(mojo.project));
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(new PluginDescriptor());
        mojo.execution = new MojoExecution(goal);
    }

    @Test
    void writesBelowTheBuildDirectoryOfThePom() {
        ArchiveOptions options = mojo.settings().options();
        assertThat(options.outputDirectory()).isEqualTo(basedir.resolve("out/archive"));
        assertThat(options.stateDirectory()).isEqualTo(basedir.resolve("out/archive-state"));
        assertThat(options.title()).isEqualTo("weft");
    }

    @Test
    void writesBelowTargetWithoutAPom() {
        mojo.project = new MavenProject();
        ArchiveOptions options = mojo.settings().options();
        assertThat(options.outputDirectory()).isEqualTo(basedir.resolve("target/archive"));
        assertThat(options.stateDirectory()).isEqualTo(basedir.resolve("target/archive-state"));
        assertThat(options.title()).isNotEqualTo("Maven Stub Project (No POM)");
    }

    @Test
    void readsTheDefaultMailFolder() throws IOException {
        Path mail = Files.createDirectory(basedir.resolve("mail"));
        assertThat(mojo.settings().options().source()).contains(mail);
    }

    @Test
    void readsTheDefaultMailFolderNotTwiceWhenListsNameWhatIsInIt() throws IOException {
        Path mail = Files.createDirectory(basedir.resolve("mail"));
        ListConfiguration dev = new ListConfiguration();
        dev.name = "dev";
        dev.sources = List.of(mail.resolve("dev.mbox").toFile());
        mojo.lists = List.of(dev);
        assertThat(mojo.settings().options().source()).isEmpty();
    }

    @Test
    void handsOnRemovalsYearsAndLimits() {
        mojo.removals = basedir.resolve("removals.txt").toFile();
        mojo.expireAfterYears = "10";
        mojo.limits.partSize = "10MB";
        mojo.limits.references = "50";
        ArchiveOptions options = mojo.settings().options();
        assertThat(options.removals()).contains(basedir.resolve("removals.txt"));
        assertThat(options.expireAfterYears()).isEqualTo(10);
        assertThat(options.limits().partBytes()).isEqualTo(10_000_000);
        assertThat(options.limits().references()).isEqualTo(50);
        assertThat(options.limits().parts()).isEqualTo(Limits.DEFAULT.parts());
    }

    @Test
    void readsTheMailmapNextToThePom() throws IOException {
        assertThat(mojo.settings().options().mailmap()).isEmpty();
        Path mailmap = Files.createFile(basedir.resolve(".mailmap"));
        assertThat(mojo.settings().options().mailmap()).contains(mailmap);
        mojo.mailmap = basedir.resolve("people").toFile();
        assertThat(mojo.settings().options().mailmap()).contains(basedir.resolve("people"));
    }

    @Test
    void passesOnWhatIsSet() throws IOException {
        mojo.source = basedir.resolve("dev.mbox").toFile();
        mojo.list = "dev";
        mojo.outputDirectory = basedir.resolve("site").toFile();
        mojo.stateDirectory = basedir.resolve("state").toFile();
        mojo.templateDirectory = Files.createDirectory(basedir.resolve("own")).toFile();
        mojo.siteUrl = "https://example.org";
        mojo.title = "Lists";
        mojo.language = "sv";
        mojo.workers = "3";
        mojo.failOn = "never";
        mojo.allowRemovals = "true";
        ArchiveOptions options = mojo.settings().options();
        assertThat(options.source()).contains(basedir.resolve("dev.mbox"));
        assertThat(options.listName()).isEqualTo("dev");
        assertThat(options.outputDirectory()).isEqualTo(basedir.resolve("site"));
        assertThat(options.stateDirectory()).isEqualTo(basedir.resolve("state"));
        assertThat(options.templateDirectory()).isEqualTo(basedir.resolve("own"));
        assertThat(options.siteUrl()).contains(URI.create("https://example.org/"));
        assertThat(options.title()).isEqualTo("Lists");
        assertThat(options.language()).isEqualTo("sv");
        assertThat(options.workers()).isEqualTo(3);
        assertThat(options.failOn()).isEmpty();
        assertThat(options.allowRemovals()).isTrue();
    }

    @Test
    void describesListsWithThePom() {
        MailingList dev = new MailingList();
        dev.setName("dev");
        dev.setPost("dev@example.org");
        mojo.project.setMailingLists(List.of(dev));
        assertThat(mojo.settings().options().lists())
                .containsExactly(
                        new ListOptions("dev", List.of(), "dev@example.org", "", "", false));
    }

    @Test
    void stopsInTheRootWithoutMail() {
        mojo.project.setExecutionRoot(true);
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("There is no mail: '" + basedir.resolve("mail"))
                .hasMessageEndingWith("archive.source");
    }

    @Test
    void goesOnInARootWithoutMailWhereAModuleHasSome() throws Exception {
        mojo.project.setExecutionRoot(true);
        MavenProject module = new MavenProject();
        module.setFile(basedir.resolve("lists/pom.xml").toFile());
        mojo.session.setProjects(List.of(mojo.project, module));
        assertThatThrownBy(mojo::execute).hasMessageStartingWith("There is no mail");
        Files.createDirectories(basedir.resolve("lists/mail"));
        mojo.execute();
        assertThat(basedir.resolve("out")).doesNotExist();
    }

    @Test
    void goesOnInAModuleWithoutMail() throws Exception {
        mojo.execute();
        assertThat(basedir).isEmptyDirectory();
    }

    @Test
    void saysWrongSettingsInOneSentence() {
        mojo.source = basedir.toFile();
        mojo.workers = "0";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("archive.workers is 0; it can be 1 to 1024");
    }

    @Test
    void saysInOneSentenceThatANumberIsNone() {
        mojo.source = basedir.toFile();
        mojo.expireAfterYears = "ten";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "archive.expireAfterYears: 'ten' is no number that it can be; write it in digits, like 4");
        mojo.expireAfterYears = "10";
        mojo.limits.parts = "99999999999";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("limits: parts: '99999999999' is no number");
    }

    @Test
    void refusesAFolderOfTemplatesThatIsNotThere() {
        mojo.source = basedir.toFile();
        mojo.templateDirectory = basedir.resolve("tempaltes").toFile();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "archive.templateDirectory: there is no folder '%s'; correct the path, or create it",
                        mojo.templateDirectory);
        mojo.templateDirectory = null;
        assertThat(mojo.settings().options().templateDirectory())
                .isEqualTo(basedir.resolve("templates"));
    }

    @Test
    void takesATitleOfNothingForNone() {
        mojo.title = " ";
        assertThat(mojo.settings().options().title()).isEqualTo("weft");
    }

    @Test
    void addsNothingToTheSentenceWhichMavenWouldPrintBehindIt() {
        mojo.source = basedir.toFile();
        mojo.siteUrl = "https://exa mple.org/";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageEndingWith("write it like https://example.org/archive/")
                .hasNoCause();
    }

    @Test
    void saysWhichLimitIsTooHighAsItWasWritten() {
        mojo.source = basedir.toFile();
        mojo.limits.partSize = "900GB";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "limits: partSize: '900GB' is more than a message can be; write 1GB or less");
    }

    @Test
    void refusesASettingThatThereIsNot() {
        mojo.session.getUserProperties().setProperty("archive.adresses", "mask");
        mojo.source = basedir.toFile();
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("archive.adresses: there is no such setting");
    }

    @Test
    void publishesNothingWhereTrueOrFalseIsSpeltOtherwise() {
        mojo.source = basedir.toFile();
        mojo.respectNoArchive = "yes";
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("archive.respectNoArchive: there is no 'yes'; choose from true, false");
    }

    @Test
    void doesNothingWhenSkipped() throws Exception {
        mojo.skip = "true";
        mojo.workers = "0";
        mojo.execute();
        assertThat(basedir).isEmptyDirectory();
    }
}
