package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.mail.Direction;
import dev.threadmill.archive.mail.Origin;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.parse.decode.Controls;
import java.util.ArrayList;
import java.util.List;

/** What was wrong with one message, as it is found. */
public final class Findings {

    /** A message has no more to say than these; the rest is dropped. */
    private static final int MOST = 50;

    private static final int LONGEST_VALUE = 80;

    private final Origin origin;
    private final List<Problem> problems = new ArrayList<>(0);

    public Findings(Origin origin) {
        this.origin = origin;
    }

    /** Notes what was repaired, with nothing lost. */
    public void info(String sentence) {
        add(Problem.info(origin, sentence));
    }

    /** Notes what was guessed or cut; returns it. */
    public Problem warning(String sentence) {
        Problem problem = Problem.warning(origin, sentence);
        add(problem);
        return problem;
    }

    private void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    /** What was noted, in its order. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** A value as it stands in a sentence: in quotes, on one line, its beginning. */
    public static String quoted(String value) {
        String line = Direction.named(Controls.inLine(value));
        if (line.length() > LONGEST_VALUE) {
            boolean inPair = Character.isHighSurrogate(line.charAt(LONGEST_VALUE - 1));
            line = line.substring(0, inPair ? LONGEST_VALUE - 1 : LONGEST_VALUE) + "…";
        }
        return "'" + line + "'";
    }
}
