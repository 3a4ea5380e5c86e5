package dev.threadmill.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code <list>} of the plugin's {@code <lists>}. Only the name must be given; what else is
 * missing is taken from the POM's {@code <mailingLists>} entry of that name, then from the mail.
 */
public final class ListConfiguration {

    /** What people call the list, and, in lower case, the name of its folder in the site. */
    @Nullable String name;

    /**
     * Where its mail is, oldest first. Without any, it is the child of {@code archive.source} that
     * has the list's name; that there is none is an error.
     */
    List<File> sources = new ArrayList<>();

    /** Where mail to the list is sent. */
    @Nullable String address;

    /** The heading of its page; the name by default. */
    @Nullable String title;

    /** One line that says what the list is for. */
    @Nullable String description;
}
