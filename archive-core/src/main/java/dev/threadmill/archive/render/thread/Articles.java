package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.Markup;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.SitePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a message page says above the text of a message: its header, and what is uncertain. */
final class Articles {

    /** So many references lead to all that matter; the overview has the rest. */
    private static final int MOST_REFERENCES = 20;

    private final Links links;
    private final People people;

    Articles(Links links, People people) {
        this.links = links;
        this.people = people;
    }

    View.Article article(
            SitePath page,
            Message message,
            MessageContent content,
            List<String> warnings,
            Markup body) {
        List<MessageId> parents = content.inReplyTo();
        List<MessageId> references = parents.isEmpty() ? message.references() : List.of();
        int many = references.size();
        return new View.Article(
                String.join(", ", people.full(content.from())),
                links.href(page, links.author(message)),
                people.full(content.rewritten()),
                people.full(content.to()),
                people.full(content.cc()),
                people.subject(content.subject()),
                people.text(content.date()),
                Dates.minute(message.sent()),
                Dates.iso(message.sent()),
                ids(page, message.list(), parents),
                ids(
                        page,
                        message.list(),
                        references.subList(Math.max(0, many - MOST_REFERENCES), many)),
                warnings,
                body);
    }

    private List<View.Link> ids(SitePath page, int list, List<MessageId> ids) {
        List<View.Link> shown = new ArrayList<>(ids.size());
        for (MessageId id : ids) {
            String href = links.href(page, links.find(list, id));
            shown.add(new View.Link(href, people.text(id.value())));
        }
        return shown;
    }

    /**
     * Whatever of a message was missing, guessed or repaired, in sentences; of its texts, the body
     * says it.
     */
    List<String> warnings(Message message, MessageContent content, boolean several) {
        Set<String> warnings = new LinkedHashSet<>();
        if (several) {
            warnings.add(
                    "Several messages came under this Message-ID;"
                            + " they are shown one after the other.");
        }
        if (message.idMissing()) {
            warnings.add(
                    "This message came without a Message-ID; its address is made of its bytes.");
        }
        if (message.sentRepaired()) {
            warnings.add(date(message, content.date()));
        }
        for (Problem problem : content.problems()) {
            if (problem.severity() != Problem.Severity.INFO && !saysBody(content, problem)) {
                warnings.add(people.text(problem.sentence()));
            }
        }
        return List.copyOf(warnings);
    }

    /** Whether the problem is the charset of a text, which the body says above that text. */
    private static boolean saysBody(MessageContent content, Problem problem) {
        for (Part part : content.parts()) {
            if (part instanceof TextPart text
                    && text.guess() != null
                    && text.guess().problem().equals(problem)) {
                return true;
            }
        }
        return false;
    }

    private String date(Message message, String written) {
        String what =
                written.isEmpty()
                        ? "This message has no Date header"
                        : "The Date header is not believable";
        return what + "; the archive takes " + Dates.minute(message.sent()) + " UTC instead.";
    }
}
