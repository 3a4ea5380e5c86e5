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
final class Links {

    /** More mentions than these in one message are no mentions. */
    private static final int MOST_MENTIONS = 20_000;

    private static final int LONGEST_ID = 250;

    private final String text;
    private final char[] characters;
    private final MessageId own;
    private final HtmlBuilder out;
    private final RuleFinder rules;

    /** The next place of each kind at or after the one last asked for. */
    private int colon = -1;

    private int angle = -1;

    Links(String text, MessageId own, LinkRules rules, HtmlBuilder out) {
        this.text = text;
        this.characters = text.toCharArray();
        this.own = own;
        this.out = out;
        this.rules = rules.in(text);
    }

    /** Writes the characters from {@code from} to {@code to}. */
    void write(int from, int to) {
        int written = from;
        int next = from;
        while (next < to) {
            int nextColon = nextColon(next);
            int nextAngle = nextAngle(next);
            int rule = rules.next(next, to);
            int nextRule = rule < 0 ? to : rules.match(rule).start();
            int found = Math.min(nextColon, Math.min(nextAngle, nextRule));
            if (found >= to) {
                break;
            }
            int end;
            if (found == nextAngle) {
                end = messageId(written, found, to);
            } else if (found == nextColon) {
                end = url(written, found, to);
            } else {
                end = rule(rule, written);
            }
            if (end > found) {
                written = end;
                next = end;
            } else {
                next = found + 1;
            }
        }
        out.text(characters, written, to);
    }

    private int nextColon(int from) {
        if (colon < from) {
            int at = text.indexOf(':', from);
            colon = at < 0 ? Integer.MAX_VALUE : at;
        }
        return colon;
    }

    private int nextAngle(int from) {
        if (angle < from) {
            int at = text.indexOf('<', from);
            angle = at < 0 ? Integer.MAX_VALUE : at;
        }
        return angle;
    }

    private int rule(int rule, int written) {
        MatchResult match = rules.match(rule);
        out.text(characters, written, match.start());
        Urls.open(out, rules.url(rule));
        out.text(match.group()).markup("</a>");
        return match.end();
    }

    /** Writes {@code <id@host>} as a hole when it looks like an id; else returns {@code open}. */
    private int messageId(int written, int open, int to) {
        int after = open + 1 + Pseudonyms.LENGTH;
        if (Pseudonyms.isAt(text, open + 1, to) && after < to && text.charAt(after) == '>') {
            return mention(written, open, after);
        }
        int at = -1;
        int i = open + 1;
        for (int last = Math.min(to, open + LONGEST_ID); i < last; i++) {
            char c = text.charAt(i);
            if (c == '@') {
                at = i;
            } else if (c <= ' ' || c == '<' || c == '>' || c == '"' || c >= 0x7f) {
                break;
            } else if (c == ':' && Urls.schemeStart(text, open + 1, i) < i) {
                return open; // <mailto:id@host>
            }
        }
        if (i >= to || text.charAt(i) != '>' || at <= open + 1 || at == i - 1) {
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
        out.text(characters, written, open + 1);
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
        out.text(characters, written, start);
        Links.write(text.substring(start, end), own, out);
        return end;
    }

    /** Writes a URL as a link, through a hole when it leads to a message of some archive. */
    static void write(String url, MessageId own, HtmlBuilder out) {
        Optional<MessageId> id = mention(url, own, out);
        if (id.isEmpty()) {
            Urls.open(out, url);
            out.text(url).markup("</a>");
            return;
        }
        HtmlBuilder otherwise = new HtmlBuilder(2 * url.length() + 64);
        Urls.open(otherwise, url);
        otherwise.text(url).markup("</a>");
        out.hole(new LinkTo(id.get(), HtmlBuilder.escaped(url), otherwise.string()));
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
