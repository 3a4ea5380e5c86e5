package dev.threadmill.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** With the descriptor that Maven reads. */
class SettingNamesTest {

    private final MavenProject project = new MavenProject();
    private final Properties user = new Properties();

    @Test
    void knowsAllSettings() throws Exception {
        user.setProperty("archive.addresses", "mask");
        user.setProperty("archive.source", "mail");
        user.setProperty("archiver.name", "another's");
        configure("generate").addChild(child("lists"));
        configure("").addChild(child("addresses"));
        configure("").addChild(child("detail"));
        check("generate");
        check("default-cli");
    }

    @Test
    void namesTheSettingThatIsMeant() {
        user.setProperty("archive.adresses", "mask");
        refused("archive.adresses: there is no such setting; write archive.addresses");
    }

    @Test
    void saysWhereThereIsNoneLikeIt() {
        user.setProperty("archive.colour", "blue");
        refused("archive.colour: there is no such setting; take it out, or find the one that");
    }

    @Test
    void saysWhereASettingIsNoProperty() {
        user.setProperty("archive.drops", "spam");
        refused("archive.drops: it is no property; write <drops> into the <configuration>");
    }

    @Test
    void refusesWhatTheCommandLineAsksForInVain() {
        Xpp3Dom addresses = child("addresses");
        configure("").addChild(addresses);
        user.setProperty("archive.addresses", "mask");
        addresses.setValue("mask");
        assertThatCode(() -> check("default-cli")).doesNotThrowAnyException();
        addresses.setValue("show");
        refused("archive.addresses: the POM says something else in <addresses>, which counts");
    }

    @Test
    void leavesPropertiesOfTheProjectAlone() {
        project.getProperties().setProperty("archive.adresses", "mask");
        assertThatCode(() -> check("generate")).doesNotThrowAnyException();
        user.setProperty("archive.adresses", "hide");
        assertThatCode(() -> check("generate")).doesNotThrowAnyException();
    }

    @Test
    void looksAtTheConfigurationOfThePlugin() {
        configure("").addChild(child("adresses"));
        refused("<adresses>: there is no such setting; write <addresses>");
    }

    @Test
    void looksAtTheConfigurationOfAnExecution() {
        configure("generate").addChild(child("secrets"));
        refused("<secrets>: there is no such setting; write <secret>");
    }

    @Test
    void looksAtNoProjectWhereThereIsNoPom() {
        assertThatCode(() -> check("default-cli")).doesNotThrowAnyException();
    }

    private void refused(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check("generate"))
                .withMessageStartingWith(message);
    }

    /** The configuration of an execution, or of the plugin. */
    private Xpp3Dom configure(String execution) {
        String key = "dev.threadmill:archive-maven-plugin";
        Plugin plugin = project.getPlugin(key);
        if (plugin == null) {
            plugin = new Plugin();
            plugin.setGroupId("dev.threadmill");
            plugin.setArtifactId("archive-maven-plugin");
            plugin.setConfiguration(new Xpp3Dom("configuration"));
            project.getBuild().addPlugin(plugin);
            project.getBuild().flushPluginMap();
        }
        if (execution.isEmpty()) {
            return (Xpp3Dom) plugin.getConfiguration();
        }
        PluginExecution own = new PluginExecution();
        own.setId(execution);
        own.setConfiguration(new Xpp3Dom("configuration"));
        plugin.addExecution(own);
        plugin.flushExecutionMap();
        return (Xpp3Dom) own.getConfiguration();
    }

    private static Xpp3Dom child(String name) {
        return new Xpp3Dom(name);
    }

    private void check(String execution) throws IOException, PlexusConfigurationException {
        SettingNames.check(
                new MojoExecution(plugin().getMojo("generate"), execution), user, project);
    }

    private static PluginDescriptor plugin() throws IOException, PlexusConfigurationException {
        try (InputStream in =
                        SettingNamesTest.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader);
        }
    }
}
