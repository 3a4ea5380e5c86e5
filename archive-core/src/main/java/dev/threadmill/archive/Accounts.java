package dev.threadmill.archive;

import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.Account.Outcome;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.Tombstone;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import dev.threadmill.archive.thread.Threads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Says of every message what became of it. A message that has a page and nothing wrong with it says
 * nothing, so that the accounts of an archive are as many as its oddities.
 */
final class Accounts {

    /** What became of a message that is not simply shown, and of which other one. */
    private record Fate(Outcome outcome, String of, String why) {}

    private record Place(int list, int source, String place) {}

    private static final Fate SHOWN = new Fate(Outcome.KEPT, "", "");

    private final List<String> lists;
    private final Problems problems;
    private final boolean threaded;
    private final Map<Long, Fate> fates = new HashMap<>();

    /** What was wrong with headers and sources, by place; taken out as its message is found. */
    private final Map<Place, List<Problem>> read = new HashMap<>();

    private final Map<String, List<Problem>> layout = new HashMap<>();

    private Accounts(List<String> lists, Optional<Threads> threads, Problems problems) {
        this.lists = lists;
        this.problems = problems;
        this.threaded = threads.isPresent();
        threads.ifPresent(this::decide);
        for (Problems.Read found : problems.read()) {
            Place place = new Place(found.list(), found.source(), found.problem().place());
            read.computeIfAbsent(place, p -> new ArrayList<>()).add(found.problem());
        }
        for (Problem problem : problems.layout()) {
            layout.computeIfAbsent(problem.place(), id -> new ArrayList<>()).add(problem);
        }
    }

    /**
     * The accounts in list and source order; after a list's messages those of its sources.
     *
     * @param lists the lists' names
     * @param messages for each list its messages in source order
     * @param threads empty when the build stopped before them
     */
    static List<Account> of(
            List<String> lists,
            List<List<Message>> messages,
            Optional<Threads> threads,
            Problems problems) {
        Accounts accounts = new Accounts(lists, threads, problems);
        List<Account> all = new ArrayList<>();
        for (int list = 0; list < messages.size(); list++) {
            messages.get(list).forEach(message -> accounts.message(message, all));
            accounts.sources(list, all);
        }
        return all;
    }

    private void decide(Threads threads) {
        for (MailThread thread : threads.threads()) {
            for (ThreadNode node : thread.nodes()) {
                if (node.messages().size() > 1) {
                    decide(node);
                }
            }
        }
        for (Threads.Duplicate copy : threads.duplicates()) {
            fates.put(
                    copy.message().key(), new Fate(Outcome.DUPLICATE, place(copy.of()), why(copy)));
        }
    }

    private void decide(ThreadNode node) {
        Message first = node.message();
        for (Message message : node.messages().subList(1, node.messages().size())) {
            if (message.list() == first.list()) {
                fates.put(message.key(), new Fate(Outcome.VARIANT, place(first), ""));
            } else {
                first = message;
            }
        }
    }

    private static String why(Threads.Duplicate copy) {
        return copy.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String place(Message message) {
        return message.origin().toString();
    }

    private Fate fate(Message message) {
        Tombstone stone = message.tombstone();
        if (stone != null) {
            return new Fate(Outcome.REMOVED, "", stone.account());
        }
        return message.isLeftOut()
                ? new Fate(Outcome.DROPPED, "", message.leftOut())
                : fates.getOrDefault(message.key(), SHOWN);
    }

    private void message(Message message, List<Account> all) {
        List<Problem> wrong = new ArrayList<>();
        String place = place(message);
        Place key = new Place(message.list(), message.source(), place);
        wrong.addAll(Optional.ofNullable(read.remove(key)).orElse(List.of()));
        wrong.addAll(problems.content(message));
        if (!layout.isEmpty()) {
            String id = message.id().toString();
            wrong.addAll(Optional.ofNullable(layout.remove(id)).orElse(List.of()));
        }
        Fate fate = fate(message);
        if (wrong.isEmpty() && fate.equals(SHOWN)) {
            return;
        }
        boolean decided = threaded || message.isLeftOut();
        all.add(
                new Account(
                        lists.get(message.list()),
                        Optional.of(message.number()),
                        place,
                        Optional.of(message.id()),
                        decided ? fate.outcome() : Outcome.READ,
                        fate.of(),
                        fate.why(),
                        wrong));
    }

    /** What is left belongs to no message: in the order in which it was found. */
    private void sources(int list, List<Account> all) {
        for (Problems.Read found : problems.read()) {
            Place place = new Place(found.list(), found.source(), found.problem().place());
            List<Problem> wrong = found.list() == list ? read.remove(place) : null;
            if (wrong != null) {
                all.add(
                        new Account(
                                lists.get(list),
                                Optional.empty(),
                                place.place(),
                                Optional.empty(),
                                Outcome.SOURCE,
                                "",
                                "",
                                wrong));
            }
        }
    }
}
