package dev.threadmill.maven;

import dev.threadmill.archive.ProgressListener;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;

/** Shows how far a build is, until it is closed. */
interface Progress extends ProgressListener, AutoCloseable {

    @Override
    void close();

    /**
     * A bar where a person looks on, lines in a log, nothing where Maven is told to be quiet. A bar
     * is drawn over itself, which neither a log file nor the messages of a second module survive.
     */
    static Progress in(MavenSession session, Log log) {
        if (!log.isInfoEnabled()) {
            return new Progress() {
                @Override
                public void progress(Stage stage, long done, long total) {}

                @Override
                public void close() {}
            };
        }
        boolean bar =
                session.getRequest().isInteractiveMode()
                        && !session.isParallel()
                        && !log.isDebugEnabled()
                        && isTerminal();
        return bar ? new ProgressBars() : new ProgressLines(log::info, System::nanoTime);
    }

    @SuppressWarnings("SystemConsoleNull") // only some versions of Java always have one
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        String term = System.getenv("TERM");
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        if (term == null ? !windows : term.equals("dumb")) {
            return false;
        }
        try {
            // From Java 22 on there is a console even where there is no terminal.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
