package dev.threadmill.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The names of all settings. Maven passes over a name that it does not know, and a misspelt one may
 * have been what keeps addresses out of the site.
 */
final class SettingNames {

    private static final String PREFIX = "archive.";

    /** As the configuration has it, and the property or an empty text. */
    private final Map<String, String> properties = new HashMap<>();

    /** The settings of all goals, since the configuration of a plugin is meant for all of them. */
    SettingNames(PluginDescriptor plugin) {
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters()) {
                if (parameter.isEditable()) {
                    properties.put(parameter.getName(), property(goal, parameter));
                }
            }
        }
    }

    private static String property(MojoDescriptor goal, Parameter parameter) {
        PlexusConfiguration known = goal.getMojoConfiguration().getChild(parameter.getName());
        String expression = known.getValue("");
        return expression.startsWith("${") && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1)
                : "";
    }

    /**
     * Looks at what the command line says and what the POM says for one execution.
     *
     * @throws IllegalArgumentException when there is no setting of some name, or the command line
     *     says one that Maven takes from the POM
     */
    static void check(MojoExecution execution, Properties user, MavenProject project) {
        PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
        SettingNames names = new SettingNames(plugin);
        names.checkProperties(user, project.getProperties());
        configuration(plugin.getPluginLookupKey(), execution.getExecutionId(), project)
                .ifPresent(
                        configuration -> {
                            names.checkConfiguration(configuration);
                            names.checkBoth(user, configuration);
                        });
    }

    /**
     * What the POM says, as it says it: what Maven has made of it for the goal no longer holds the
     * names that it does not know.
     */
    private static Optional<Xpp3Dom> configuration(
            String key, String execution, MavenProject project) {
        Plugin plugin = project.getPlugin(key);
        PluginContainer managed = project.getPluginManagement();
        if (plugin == null && managed != null) {
            plugin = managed.getPluginsAsMap().get(key);
        }
        if (plugin == null) {
            return Optional.empty();
        }
        PluginExecution own = plugin.getExecutionsAsMap().get(execution);
        Object said = own == null ? plugin.getConfiguration() : own.getConfiguration();
        return said instanceof Xpp3Dom dom ? Optional.of(dom) : Optional.empty();
    }

    /** A property that the POM declares is the project's own, whatever its name. */
    void checkProperties(Properties user, Properties ofProject) {
        for (String name : new TreeSet<>(user.stringPropertyNames())) {
            if (!name.startsWith(PREFIX)
                    || properties.containsValue(name)
                    || ofProject.containsKey(name)) {
                continue;
            }
            String bare = name.substring(PREFIX.length());
            if ("".equals(properties.get(bare))) {
                throw new IllegalArgumentException(
                        "%s: it is no property; write <%s> into the <configuration> of the plugin in the POM"
                                .formatted(name, bare));
            }
            throw unknown(name, nearest(name, properties.values()));
        }
    }

    void checkConfiguration(Xpp3Dom configuration) {
        for (Xpp3Dom child : configuration.getChildren()) {
            if (!properties.containsKey(child.getName())) {
                throw unknown(
                        "<" + child.getName() + ">",
                        nearest(child.getName(), properties.keySet())
                                .map(near -> "<" + near + ">"));
            }
        }
    }

    /**
     * What the POM says counts, so that the command line could ask for masked addresses in vain.
     * The values stay unsaid, since one may be a secret.
     */
    private void checkBoth(Properties user, Xpp3Dom configuration) {
        for (Xpp3Dom child : configuration.getChildren()) {
            String property = properties.getOrDefault(child.getName(), "");
            String asked = user.getProperty(property);
            String said = child.getValue();
            if (asked != null
                    && said != null
                    && !said.isBlank()
                    && !said.strip().equals(asked.strip())) {
                throw new IllegalArgumentException(
                        "%s: the POM says something else in <%s>, which counts before the command line; take one of them out"
                                .formatted(property, child.getName()));
            }
        }
    }

    private static IllegalArgumentException unknown(String name, Optional<String> near) {
        return new IllegalArgumentException(
                near.map(known -> "%s: there is no such setting; write %s".formatted(name, known))
                        .orElse(
                                name
                                        + ": there is no such setting; take it out, or find the one that is meant with 'mvn dev.threadmill:archive-maven-plugin:help -Ddetail -Dgoal=generate'"));
    }

    /** The name that takes fewest changes, where few of its letters change. */
    private static Optional<String> nearest(String name, Collection<String> names) {
        List<String> near = new ArrayList<>(names);
        near.removeIf(known -> changes(name, known) > 3 || known.isEmpty());
        return near.stream()
                .min(
                        Comparator.comparingInt((String known) -> changes(name, known))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, with large and small letters alike. */
    private static int changes(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
