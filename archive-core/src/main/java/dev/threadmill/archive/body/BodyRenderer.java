package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.AddressPolicy;
import dev.threadmill.archive.mail.Limits;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Part;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.mail.TextPart;
import dev.threadmill.archive.mail.Trailer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns what a message says into {@link Html}: exactly its words, safe, and easier to read than
 * they came. Immutable and safe for threads.
 *
 * <p>Style sheets may rely on these:
 *
 * <table>
 * <caption>Elements and classes</caption>
 * <tr><td>{@code pre.body}</td><td>text in the columns it was written in; wants
 *     {@code white-space: pre-wrap} and {@code unicode-bidi: plaintext}</td></tr>
 * <tr><td>{@code span.q}, with {@code q1} to {@code q6}</td><td>quoted lines, by level; deeper ones
 *     are {@code q6}</td></tr>
 * <tr><td>{@code span.attribution}</td><td>who is quoted next</td></tr>
 * <tr><td>{@code details.quote}</td><td>a long quote, folded; holds {@code pre.body}, or {@code
 *     blockquote} where it was HTML or Markdown</td></tr>
 * <tr><td>{@code span.head hunk add del}</td><td>lines of a patch</td></tr>
 * <tr><td>{@code span.sig}, {@code span.footer}</td><td>the author's signature, the list's footer
 *     </td></tr>
 * <tr><td>{@code span.pgp}, {@code details.pgp}</td><td>OpenPGP armour, as it is and folded</td>
 *     </tr>
 * <tr><td>{@code span.ctl}</td><td>the name of a character that would turn the direction of text
 *     </td></tr>
 * <tr><td>{@code div.html}, {@code div.markdown}</td><td>what came as HTML or Markdown; headings
 *     are {@code h4} to {@code h6}</td></tr>
 * <tr><td>{@code p.attachment}</td><td>a file that came along, with an {@code img} if it is one;
 *     wants {@code max-width} on it</td></tr>
 * <tr><td>{@code p.part}</td><td>the name of the file whose text follows</td></tr>
 * <tr><td>{@code p.note}</td><td>what the archive says about the text, not its author</td></tr>
 * <tr><td>{@code details.message}, {@code pre.headers}</td><td>a message inside this one, and its
 *     headers</td></tr>
 * </table>
 */
public final class BodyRenderer {

    private final AddressPolicy addresses;
    private final List<LinkRule> rules;
    private final Limits limits;
    private final Consumer<Problem> problems;

    /** A renderer that shows as much of a text as is usual. */
    public BodyRenderer(AddressPolicy addresses, List<LinkRule> rules, Consumer<Problem> problems) {
        this(addresses, rules, Limits.DEFAULT, problems);
    }

    /**
     * A renderer for one build.
     *
     * @param rules what becomes a link in addition to URLs and Message-IDs; where two match at one
     *     place, the first one counts
     * @param limits how much of a text is shown
     * @param problems hears of messages that could not be laid out as they came, from any thread
     */
    public BodyRenderer(
            AddressPolicy addresses,
            List<LinkRule> rules,
            Limits limits,
            Consumer<Problem> problems) {
        this.limits = limits;
        this.addresses = addresses;
        this.rules = List.copyOf(rules);
        this.problems = problems;
    }

    /**
     * The parts of a message, one after the other, as they are shown.
     *
     * @param id the message's own; text that names it is no mention
     */
    public Html render(MessageId id, MessageContent content) {
        try {
            HtmlBuilder out = new HtmlBuilder();
            LinkRules linkRules = new LinkRules(rules);
            MessageBody body =
                    new MessageBody(id, addresses, linkRules, limits.textCharacters(), out);
            body.write(content);
            body.problems().forEach(problems);
            for (LinkRule rule : linkRules.givenUp()) {
                problems.accept(
                        Problem.info(
                                id,
                                "link rule '%s' takes too long on its text; not all is linked"
                                        .formatted(rule.pattern())));
            }
            return out.build();
        } catch (RuntimeException | StackOverflowError e) {
            // One message that we fail at must not cost the archive all others.
            problems.accept(
                    Problem.warning(
                            id, "its text could not be laid out (" + e + "); shown as it came"));
            return asItCame(content);
        }
    }

    /**
     * The trailers that the author of a message wrote in its text, in their order. What is quoted,
     * part of a patch, a signature or a file does not count; and where a patch is in the text, what
     * others than its sender signed is the log of that patch and does not either.
     */
    public List<Trailer> trailers(Address sender, MessageContent content) {
        try {
            return Trailers.of(sender, content);
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(); // its page, laid out by the same means, says what happened
        }
    }

    private Html asItCame(MessageContent content) {
        HtmlBuilder out = new HtmlBuilder();
        for (Part part : content.parts()) {
            if (part instanceof TextPart text) {
                boolean unread = text.type().equals("text/html") && !addresses.isOpen();
                out.markup("<pre class=\"body\">")
                        .text(unread ? "(left out)" : text.text())
                        .markup("</pre>\n");
            } else {
                out.markup("<p class=\"note\">")
                        .text("Part " + part.path() + " is in the message as it came.")
                        .markup("</p>\n");
            }
        }
        return out.build();
    }
}
