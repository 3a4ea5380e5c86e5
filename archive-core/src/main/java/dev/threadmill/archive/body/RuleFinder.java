package dev.threadmill.archive.body;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Finds what link rules match in one text, asked for ascending places. A rule is somebody's regular
 * expression, and such a one may take time exponential in its text: so it sees one line at a time,
 * of a long line the first part, and each look at a character counts. When these are used up the
 * rule is given up, at the same place whenever and wherever that is tried.
 */
final class RuleFinder {

    /** Of a longer line the rest is not looked at; it also bounds how deep a pattern recurses. */
    private static final int LONGEST_LINE = 1000;

    /** Looks at each character that a rule may take; a plain one takes one to three. */
    private static final int STEPS_PER_CHARACTER = 100;

    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Text text;
    private final List<LinkRule> rules;
    private final Set<LinkRule> givenUp;
    private final Matcher[] matchers;

    /** Where each rule matches next, at or after the place last asked for. */
    private final int[] starts;

    RuleFinder(Text text, List<LinkRule> rules, Set<LinkRule> givenUp) {
        this.text = text;
        this.rules = rules;
        this.givenUp = givenUp;
        this.matchers = new Matcher[rules.size()];
        this.starts = new int[rules.size()];
        for (int i = 0; i < matchers.length; i++) {
            long steps = STEPS_PER_CHARACTER * (text.length() + 50L);
            matchers[i] = rules.get(i).pattern().matcher(new Counted(text.toString(), steps));
            matchers[i].useTransparentBounds(true).useAnchoringBounds(false);
            starts[i] = -1;
        }
    }

    /** The rule that matches first between these places, the first of several; -1 without one. */
    int next(int from, int to) {
        int next = -1;
        for (int i = 0; i < matchers.length; i++) {
            if (starts[i] < from) {
                starts[i] = find(i, from);
            }
            boolean inside = starts[i] < to && matchers[i].end() <= to;
            if (inside && (next < 0 || starts[i] < starts[next])) {
                next = i;
            }
        }
        return next;
    }

    /** What a rule that {@link #next} named matches. */
    MatchResult match(int rule) {
        return matchers[rule];
    }

    /** Where that leads. */
    String url(int rule) {
        return rules.get(rule).urlOf(matchers[rule]);
    }

    private int find(int rule, int from) {
        Matcher matcher = matchers[rule];
        try {
            for (int line = text.lineAt(from); line < text.lines(); line++) {
                int at = Math.max(from, text.start(line));
                int last = Math.min(text.end(line), text.start(line) + LONGEST_LINE);
                if (at < last && found(matcher.region(at, last))) {
                    return matcher.start();
                }
            }
        } catch (Counted.Spent | StackOverflowError e) {
            givenUp.add(rules.get(rule));
        }
        return NOWHERE;
    }

    /** Passes over matches of nothing, on which nobody could click. */
    private static boolean found(Matcher matcher) {
        boolean found = matcher.find();
        while (found && matcher.end() == matcher.start()) {
            found = matcher.find();
        }
        return found;
    }

    /** A text that lets itself be looked at only so often. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long steps;

        Counted(String text, long steps) {
            this.text = text;
            this.steps = steps;
        }

        @Override
        public char charAt(int index) {
            if (--steps < 0) {
                throw new Spent();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }

        /** Says that a text was looked at too often. */
        private static final class Spent extends RuntimeException {

            private static final long serialVersionUID = 1L;

            Spent() {
                super("", null, false, false);
            }
        }
    }
}
