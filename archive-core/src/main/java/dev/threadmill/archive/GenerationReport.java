package dev.threadmill.archive;

import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PageKind;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a build did, with every message accounted for: {@code in = shown + variants + duplicates +
 * left out}.
 *
 * @param messagesIn messages read from all sources of all lists
 * @param shown messages with an address of their own
 * @param variants further messages under an id that another one had already, shown on its page
 * @param duplicates copies of a message that is shown from the same list already
 * @param leftOut how many messages no page shows, by the rule that leaves them out
 * @param threads threads of all lists
 * @param files how many files the site has, by kind
 * @param bytes how many bytes they hold, by kind
 * @param written how many files this build wrote or replaced
 * @param removed how many files of the last build it deleted
 * @param problems what was wrong with the mail, in source order
 * @param remarks what whoever runs it should know of the settings and the output folder; the place
 *     of each is a setting
 * @param accounts what became of each message that is not simply shown or that something was wrong
 *     with, in list and source order; all others have a page and nothing wrong on it
 * @param problemsFile the accounts as JSON lines, in the state folder
 * @param site the folder where the site stands
 */
public record GenerationReport(
        long messagesIn,
        long shown,
        long variants,
        long duplicates,
        Map<String, Long> leftOut,
        long threads,
        Map<PageKind, Long> files,
        Map<PageKind, Long> bytes,
        long written,
        long removed,
        List<Problem> problems,
        List<Problem> remarks,
        List<Account> accounts,
        Path problemsFile,
        Path site) {

    public GenerationReport {
        leftOut = Collections.unmodifiableMap(new TreeMap<>(leftOut));
        files = Map.copyOf(files);
        bytes = Map.copyOf(bytes);
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
        accounts = List.copyOf(accounts);
    }
}
