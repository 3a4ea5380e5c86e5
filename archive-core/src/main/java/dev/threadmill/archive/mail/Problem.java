package dev.threadmill.archive.mail;

import java.util.regex.Pattern;

/**
 * Something wrong in mail that did not stop the build: where, how bad, and one sentence that says
 * what it was, the value, and what was done about it.
 *
 * @param place the file and offset, as {@link Origin} prints it
 * @param isCount whether it counts something in all of a source, so that mail added there changes
 *     it
 */
public record Problem(Severity severity, String place, String sentence, boolean isCount) {

    private static final Pattern VALUE = Pattern.compile("'[^']*+'");

    /** Words that start with a digit; the one of {@code windows-1252} does not. */
    private static final Pattern FIGURE = Pattern.compile("(?<![^\\s(])\\d[\\w.:+-]*+");

    /** How much of the mail's meaning is at stake. */
    public enum Severity {
        /** Repaired, with nothing lost. */
        INFO,
        /** Guessed or cut, or a file that vanished. */
        WARNING,
        /** A source that ended early or is partly unreadable: mail may be missing. */
        ERROR
    }

    public static Problem info(Object place, String sentence) {
        return new Problem(Severity.INFO, place.toString(), sentence, false);
    }

    /** One for all of a source, whose sentence counts how often it occurs there. */
    public static Problem count(Object place, String sentence) {
        return new Problem(Severity.INFO, place.toString(), sentence, true);
    }

    public static Problem warning(Object place, String sentence) {
        return new Problem(Severity.WARNING, place.toString(), sentence, false);
    }

    public static Problem error(Object place, String sentence) {
        return new Problem(Severity.ERROR, place.toString(), sentence, false);
    }

    /**
     * What alike problems have in common: the sentence without its values and figures, {@code Date
     * … is not a date; using …}.
     */
    public String kind() {
        return FIGURE.matcher(VALUE.matcher(sentence).replaceAll("…")).replaceAll("…");
    }

    /** {@code dev/2019-03.mbox:48213: Date '31 Feb' is not a date; using …}. */
    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
