package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Trailer;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.View;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListThread;
import dev.threadmill.archive.site.NodeRef;
import dev.threadmill.archive.site.PatchPlan;
import dev.threadmill.archive.site.PatchSeries;
import dev.threadmill.archive.site.PatchSeries.Member;
import dev.threadmill.archive.site.SitePath;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What pages say of patch series: a table on the page of a thread, a line on that of a patch. */
final class SeriesLines {

    /** More rows make a table that nobody reads. */
    private static final int MOST_ROWS = 400;

    private static final int MOST_TRAILERS = 30;

    private final Links links;
    private final People people;

    SeriesLines(Links links, People people) {
        this.links = links;
        this.people = people;
    }

    /**
     * The tables of a thread.
     *
     * @param place leads to a node, from the page at hand
     */
    List<View.Series> tables(
            SitePath page, ListThread thread, Reviews reviews, IntFunction<String> place) {
        Map<Integer, Reviews.Replies> replies = reviews.replies();
        Map<Integer, List<Reviews.Given>> trailers = reviews.trailers();
        List<View.Series> tables = new ArrayList<>();
        for (PatchSeries series : reviews.tables()) {
            List<View.Patch> rows = new ArrayList<>();
            int next = Math.min(1, series.lead().number());
            for (Member member : series.members()) {
                if (member.number() > next) {
                    rows.add(gap(thread, series, next, member.number() - 1, place));
                }
                rows.add(row(thread, series, member, replies, trailers, place));
                next = member.number() + 1;
            }
            if (next <= series.total()) {
                rows.add(gap(thread, series, next, series.total(), place));
            }
            int more = Math.max(0, rows.size() - MOST_ROWS);
            tables.add(
                    new View.Series(
                            anchor(series),
                            people.subject(series.title()),
                            series.version(),
                            series.total(),
                            series.author().isEmpty() ? "" : people.name(series.author()),
                            Dates.minute(series.sent()),
                            Dates.iso(series.sent()),
                            versions(page, thread.list(), series),
                            rows.subList(0, rows.size() - more),
                            more));
        }
        return tables;
    }

    private static String anchor(PatchSeries series) {
        return "series-" + (series.place() + 1);
    }

    private View.Patch row(
            ListThread thread,
            PatchSeries series,
            Member member,
            Map<Integer, Reviews.Replies> replies,
            Map<Integer, List<Reviews.Given>> trailers,
            IntFunction<String> place) {
        ThreadNode at = thread.nodes().get(member.node());
        Reviews.Replies said = replies.get(member.node());
        List<Reviews.Given> given = trailers.getOrDefault(member.node(), List.of());
        String title = PatchSeries.title(thread.planned().thread(), member);
        int shown = Math.min(given.size(), MOST_TRAILERS);
        return new View.Patch(
                number(series, member.number()),
                member.number() == 0,
                !at.isGhost(),
                "",
                place.apply(member.node()),
                people.subject(title),
                said == null ? 0 : said.count(),
                said == null ? "" : people.name(sender(thread, said.last())),
                said == null ? "" : place.apply(said.last()),
                said == null ? "" : Dates.minute(sent(thread, said.last())),
                said == null ? "" : Dates.iso(sent(thread, said.last())),
                given.subList(0, shown).stream().map(g -> trailer(thread, g, place)).toList(),
                given.size() - shown);
    }

    /** The patches of a series that nothing names; those that an earlier version has lead there. */
    private View.Patch gap(
            ListThread thread, PatchSeries series, int from, int to, IntFunction<String> place) {
        String number = number(series, from) + (from == to ? "" : " – " + number(series, to));
        String former = "";
        String href = "";
        if (series.former() >= 0) {
            PatchSeries earlier = links.plan().patches().in(thread.planned()).get(series.former());
            former = "v" + earlier.version();
            href =
                    earlier.members().stream()
                            .filter(member -> member.number() == from)
                            .findFirst()
                            .map(member -> place.apply(member.node()))
                            .orElse("");
        }
        return new View.Patch(
                number, false, false, former, href, "", 0, "", "", "", "", List.of(), 0);
    }

    private static String number(PatchSeries series, int number) {
        return number + "/" + series.total();
    }

    private static Address sender(ListThread thread, int node) {
        return thread.nodes().get(node).message().from();
    }

    private static long sent(ListThread thread, int node) {
        return thread.nodes().get(node).message().sent();
    }

    private View.Trailer trailer(
            ListThread thread, Reviews.Given given, IntFunction<String> place) {
        Trailer trailer = given.trailer();
        Address sender = sender(thread, given.node());
        boolean own = trailer.isBy(sender);
        return new View.Trailer(
                trailer.name(),
                people.name(trailer.person()),
                place.apply(given.node()),
                own && trailer.isReview(),
                own ? "" : people.name(sender));
    }

    /** The line for the page of a patch; null where there is nothing to say of it. */
    View.@Nullable InSeries line(SitePath page, ListThread thread, int node, Reviews reviews) {
        Reviews.Place place = reviews.place(node);
        if (place == null) {
            return null;
        }
        PatchSeries series = place.series();
        List<Member> members = series.members();
        List<View.Version> versions = versions(page, thread.list(), series);
        if (series.total() == 1 && members.size() == 1 && versions.isEmpty()) {
            return null;
        }
        int at = place.member();
        return new View.InSeries(
                number(series, members.get(at).number()),
                members.get(at).number() == 0,
                people.subject(series.title()),
                table(page, thread, series, reviews),
                series.version(),
                versions,
                at == 0 ? "" : href(page, thread, members.get(at - 1).node()),
                at + 1 == members.size() ? "" : href(page, thread, members.get(at + 1).node()));
    }

    private String table(SitePath page, ListThread thread, PatchSeries series, Reviews reviews) {
        return links.hasPages(thread.planned()) && reviews.lists(series)
                ? links.thread(thread.list(), thread.planned()).from(page) + "#" + anchor(series)
                : "";
    }

    private String href(SitePath page, ListThread thread, int node) {
        return links.href(page, links.find(thread, node));
    }

    private List<View.Version> versions(SitePath page, int list, PatchSeries series) {
        List<View.Version> versions = new ArrayList<>();
        for (PatchPlan.Version one : links.plan().patches().versions(series)) {
            PatchSeries other = one.series();
            boolean here = other.index() == series.index();
            versions.add(
                    new View.Version(
                            other.version(),
                            here,
                            here ? "" : links.href(page, links.find(list, first(links, other))),
                            Dates.day(other.sent()),
                            how(one.link())));
        }
        return versions;
    }

    /** The cover letter, or the first patch that is held. */
    static NodeRef first(Links links, PatchSeries series) {
        for (Member member : series.members()) {
            NodeRef ref = new NodeRef(series.thread(), member.node());
            if (!links.plan().node(ref).isGhost()) {
                return ref;
            }
        }
        return new NodeRef(series.thread(), series.lead().node());
    }

    private static String how(PatchPlan.Link link) {
        return switch (link) {
            case FIRST -> "";
            case CHANGE_ID -> "by change-id";
            case ANSWER -> "sent in answer to an earlier one";
            case TITLE -> "same title and sender";
            case LATER -> "by what a later one shares with it";
        };
    }
}
