package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.MessageId;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Writes text with its links: URLs, Message-IDs in angle brackets, addresses of other archives, and
 * what the site's own rules match. One object serves one text, whose pieces it is given in their
 * order; each character is looked at a few times at most, however the text is made.
 */
final class LinkWriter {

    /** More mentions than these in one message are no mentions. */
    private static final int MOST_MENTIONS = 20_000;

    private static final int LONGEST_ID = 250;

    private final Text text;
    private final MessageId own;
    private final HtmlBuilder out;
    private final RuleFinder rules;

    LinkWriter(Text text, MessageId own, LinkRules rules, HtmlBuilder out) {
        this.text = text;
        this.own = own;
        this.out = out;
        this.rules = rules.in(text);
    }

    /** Writes the characters from {@code from} to {@code to}. */
    void write(int from, int to) {
        int written = from;
        int next = from;
        while (next < to) {
            int rule = rules.next(next, to);
            int found = sign(next, rule < 0 ? to : rules.match(rule).start());
            if (found == to) {
                break;
            }
            int end =
                    switch (text.at(found)) {
                        case '<' -> messageId(written, found, to);
                        case ':' -> url(written, found, to);
                        default -> rule(rule, written);
                    };
            if (end > found) {
                written = end;
                next = end;
            } else {
                next = found + 1;
            }
        }
        text.writeTo(out, written, to);
    }

    /** Where an id or the scheme of a URL may be; {@code to} where neither is. */
    private int sign(int from, int to) {
        int at = from;
        while (at < to && text.at(at) != ':' && text.at(at) != '<') {
            at++;
        }
        return at;
    }

    private int rule(int rule, int written) {
        MatchResult match = rules.match(rule);
        text.writeTo(out, written, match.start());
        Urls.open(out, rules.url(rule));
        out.text(match.group()).markup("</a>");
        return match.end();
    }

    /** Writes {@code <id@host>} as a hole when it looks like an id; else returns {@code open}. */
    private int messageId(int written, int open, int to) {
        int after = open + 1 + Pseudonyms.LENGTH;
        if (Pseudonyms.isAt(text.toString(), open + 1, to) && after < to && text.at(after) == '>') {
            return mention(written, open, after);
        }
        int at = -1;
        int i = open + 1;
        for (int last = Math.min(to, open + LONGEST_ID); i < last; i++) {
            char c = text.at(i);
            if (c == '@') {
                at = i;
            } else if (c <= ' ' || c == '<' || c == '>' || c == '"' || c >= 0x7f) {
                break;
            } else if (c == ':' && Urls.schemeStart(text, open + 1, i) < i) {
                return open; // <mailto:id@host>
            }
        }
        if (i >= to || text.at(i) != '>' || at <= open + 1 || at == i - 1) {
            return open;
        }
        return mention(written, open, i);
    }

    /** Writes what stands between two brackets as a hole; else returns {@code open}. */
    private int mention(int written, int open, int close) {
        MessageId id = new MessageId(text.substring(open + 1, close));
        if (id.equals(own) || out.mentions() >= MOST_MENTIONS) {
            return open;
        }
        text.writeTo(out, written, open + 1);
        String label = HtmlBuilder.escaped(id.value());
        out.hole(new LinkTo(id, label, label));
        return close;
    }

    private int url(int written, int colonAt, int to) {
        int start = Urls.schemeStart(text, written, colonAt);
        int end = start == colonAt ? colonAt : Urls.end(text, colonAt, to);
        if (end == colonAt) {
            return colonAt;
        }
        text.writeTo(out, written, start);
        LinkWriter.write(text.substring(start, end), own, out);
        return end;
    }

    /** Writes a URL as a link, through a hole when it leads to a message of some archive. */
    static void write(String url, MessageId own, HtmlBuilder out) {
        Optional<MessageId> id = mention(url, own, out);
        HtmlBuilder link = id.isEmpty() ? out : new HtmlBuilder(2 * url.length() + 64);
        Urls.open(link, url);
        link.text(url).markup("</a>");
        if (id.isPresent()) {
            out.hole(new LinkTo(id.get(), HtmlBuilder.escaped(url), link.string()));
        }
    }

    /** The message that a URL leads to, if it is to be a mention in {@code out}. */
    static Optional<MessageId> mention(String url, MessageId own, HtmlBuilder out) {
        Optional<MessageId> id =
                url.regionMatches(true, 0, "news:", 0, 5) && url.indexOf('@') > 0
                        ? MessageId.parse(url.substring(5))
                        : ArchiveUrls.id(url).or(() -> Pseudonyms.inUrl(url));
        return id.filter(i -> !i.equals(own) && out.mentions() < MOST_MENTIONS);
    }
}
