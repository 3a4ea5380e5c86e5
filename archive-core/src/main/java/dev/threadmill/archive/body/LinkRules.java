package dev.threadmill.archive.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The site's own link rules as one message meets them, and which of them it was too much for. */
final class LinkRules {

    private final List<LinkRule> rules;
    private final Set<LinkRule> givenUp = new LinkedHashSet<>();

    LinkRules(List<LinkRule> rules) {
        this.rules = rules;
    }

    /** Looks for the rules' matches in one text of the message. */
    RuleFinder in(Text text) {
        return new RuleFinder(text, rules, givenUp);
    }

    /** Rules that took too many steps somewhere and were not looked for any further there. */
    Set<LinkRule> givenUp() {
        return givenUp;
    }
}
