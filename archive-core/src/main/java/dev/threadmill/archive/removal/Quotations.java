package dev.threadmill.archive.removal;

import dev.threadmill.archive.body.QuotedLines;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.site.PlannedThread;
import dev.threadmill.archive.site.SitePlan;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Says which messages quote a removed one. What others quote is their mail and stays as it is; who
 * removes a message may want to ask them, or to remove theirs too. Looked at are the messages that
 * refer to a removed one: they stand in its thread. Of what is merely too old, quotes may stay.
 */
public final class Quotations {

    private final SitePlan plan;
    private final QuoteReader reader;

    public Quotations(SitePlan plan, QuoteReader reader) {
        this.plan = plan;
        this.reader = reader;
    }

    /**
     * Reads what refers to a removed message.
     *
     * @param quoting hears of each message that quotes one, once
     */
    public void report(BiConsumer<Message, Problem> quoting) {
        for (PlannedThread thread : plan.threads()) {
            Map<MessageId, Message> removed = new HashMap<>();
            for (ThreadNode node : thread.thread().nodes()) {
                node.removed().stream()
                        .filter(message -> message.leftOut().equals(RemovalsFile.REMOVED))
                        .findFirst()
                        .ifPresent(message -> removed.put(node.id(), message));
            }
            if (!removed.isEmpty()) {
                report(thread, removed, quoting);
            }
        }
    }

    /** The lines of what was removed are kept for one thread at a time. */
    private void report(
            PlannedThread thread,
            Map<MessageId, Message> removed,
            BiConsumer<Message, Problem> quoting) {
        Map<MessageId, QuotedLines.Own> own = new HashMap<>();
        for (ThreadNode node : thread.thread().nodes()) {
            for (Message message : node.messages()) {
                List<Message> named = new ArrayList<>();
                for (MessageId reference : message.references()) {
                    if (removed.containsKey(reference)) {
                        named.add(removed.get(reference));
                    }
                }
                int lines =
                        named.isEmpty()
                                ? 0
                                : reader.quoted(
                                        message,
                                        named,
                                        m -> own.computeIfAbsent(m.id(), i -> reader.ownLines(m)));
                if (lines > 0) {
                    quoting.accept(message, problem(message, named, lines));
                }
            }
        }
    }

    private Problem problem(Message message, List<Message> named, int lines) {
        String page = plan.permalinks().message(message.list(), message.id()).value();
        Message last = named.get(named.size() - 1);
        return Problem.info(
                message.origin(),
                "its page '%s' quotes %s line%s of removed mail, such as '%s'; what others quote stays, so ask them, or remove it too"
                        .formatted(page, lines, lines == 1 ? "" : "s", last.id().value()));
    }
}
