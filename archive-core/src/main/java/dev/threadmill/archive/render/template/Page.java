package dev.threadmill.archive.render.template;

import dev.threadmill.archive.render.template.View.Article;
import dev.threadmill.archive.render.template.View.AuthorLine;
import dev.threadmill.archive.render.template.View.Entry;
import dev.threadmill.archive.render.template.View.FeedEntry;
import dev.threadmill.archive.render.template.View.FeedLink;
import dev.threadmill.archive.render.template.View.FileLine;
import dev.threadmill.archive.render.template.View.Group;
import dev.threadmill.archive.render.template.View.Head;
import dev.threadmill.archive.render.template.View.HomeList;
import dev.threadmill.archive.render.template.View.InSeries;
import dev.threadmill.archive.render.template.View.Indexes;
import dev.threadmill.archive.render.template.View.Line;
import dev.threadmill.archive.render.template.View.Link;
import dev.threadmill.archive.render.template.View.MonthThread;
import dev.threadmill.archive.render.template.View.Nav;
import dev.threadmill.archive.render.template.View.Overview;
import dev.threadmill.archive.render.template.View.Pager;
import dev.threadmill.archive.render.template.View.Past;
import dev.threadmill.archive.render.template.View.Reply;
import dev.threadmill.archive.render.template.View.Series;
import dev.threadmill.archive.render.template.View.SubjectGroup;
import dev.threadmill.archive.render.template.View.ThreadLine;
import dev.threadmill.archive.render.template.View.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root of what one template reads: one record for each kind of page. */
public sealed interface Page {

    /** The file of its template below the folder of templates. */
    String template();

    record Home(Head head, List<HomeList> lists, View.@Nullable Go go) implements Page {
        @Override
        public String template() {
            return "pages/home.ftlh";
        }
    }

    /** The front page of a list. */
    record Front(
            Head head,
            String description,
            String address,
            int messages,
            int threads,
            List<ThreadLine> latest,
            List<Year> years,
            List<Link> downloads,
            String feed,
            String jsonFeed,
            View.@Nullable Go go,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/list.ftlh";
        }
    }

    /** A month by thread. */
    record Month(
            Head head,
            String month,
            int messages,
            List<MonthThread> threads,
            String byDate,
            Link year,
            @Nullable Link prev,
            @Nullable Link next,
            Pager pager,
            String mbox,
            String feed)
            implements Page {
        @Override
        public String template() {
            return "pages/month.ftlh";
        }
    }

    /** A month by date. */
    record MonthByDate(
            Head head,
            String month,
            int messages,
            List<Group> days,
            String byThread,
            Link year,
            @Nullable Link prev,
            @Nullable Link next,
            Past past)
            implements Page {
        @Override
        public String template() {
            return "pages/date.ftlh";
        }
    }

    /** A year at a glance. */
    record OneYear(
            Head head,
            String year,
            int messages,
            int threads,
            int authors,
            List<View.YearMonth> months,
            int busiest,
            List<ThreadLine> longest,
            List<AuthorLine> active,
            @Nullable Link prev,
            @Nullable Link next,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/year.ftlh";
        }
    }

    /** Who wrote to a list. */
    record Authors(
            Head head,
            int authors,
            List<Link> letters,
            List<AuthorLine> lines,
            Pager pager,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/authors.ftlh";
        }
    }

    /** Everything that somebody wrote. */
    record Author(
            Head head,
            String name,
            @Nullable AuthorLine about,
            String feed,
            List<String> names,
            List<Group> months,
            Past past,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/author.ftlh";
        }
    }

    /** The threads of a list by base subject. */
    record Subjects(
            Head head,
            int threads,
            List<Link> letters,
            List<SubjectGroup> groups,
            Pager pager,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/subjects.ftlh";
        }
    }

    /** How much was written to a list, when, in which threads and by whom. */
    record Stats(
            Head head,
            int messages,
            int threads,
            int authors,
            View.@Nullable MessageLine first,
            View.@Nullable MessageLine last,
            List<View.StatsYear> years,
            int busiest,
            List<ThreadLine> longest,
            List<AuthorLine> active,
            Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/stats.ftlh";
        }
    }

    /** All attachments of a list. */
    record AttachmentIndex(Head head, int files, List<FileLine> lines, Past past, Indexes indexes)
            implements Page {
        @Override
        public String template() {
            return "pages/attachments.ftlh";
        }
    }

    record Single(
            Head head,
            String id,
            String anchor,
            int depth,
            String raw,
            List<Article> articles,
            List<Link> alsoIn,
            @Nullable InSeries series,
            Nav nav,
            Overview overview,
            Reply reply)
            implements Page {
        @Override
        public String template() {
            return "pages/message.ftlh";
        }
    }

    record Nested(
            Head head,
            String subject,
            List<Series> series,
            List<Entry> entries,
            Pager pager,
            Overview overview)
            implements Page {
        @Override
        public String template() {
            return "pages/nested.ftlh";
        }
    }

    record Flat(
            Head head,
            String subject,
            List<Series> series,
            List<Entry> entries,
            Pager pager,
            Overview overview)
            implements Page {
        @Override
        public String template() {
            return "pages/flat.ftlh";
        }
    }

    /** Speaks for the top of a thread that its list does not hold. */
    record Missing(Head head, String id, @Nullable Link heldBy, Overview overview) implements Page {
        @Override
        public String template() {
            return "pages/missing.ftlh";
        }
    }

    /**
     * Stands in the place of a message that was taken out of the archive.
     *
     * @param date the day of it, and empty where none is known
     * @param reason for readers; may be empty
     * @param elsewhere where its thread is, when this list shows nothing of it
     * @param overview null when this list shows nothing of the thread
     */
    record Removed(
            Head head,
            String id,
            String date,
            String reason,
            @Nullable Link elsewhere,
            @Nullable Overview overview)
            implements Page {
        @Override
        public String template() {
            return "pages/removed.ftlh";
        }
    }

    record Redirect(Head head, String target) implements Page {
        @Override
        public String template() {
            return "pages/redirect.ftlh";
        }
    }

    record NotFound(Head head, String home, View.@Nullable Go go, String styleHash, Markup style)
            implements Page {
        @Override
        public String template() {
            return "pages/not-found.ftlh";
        }
    }

    /** How a list's pages are used. */
    record Help(
            Head head,
            String post,
            String address,
            boolean absolute,
            View.Written written,
            boolean open,
            View.Indexes indexes,
            View.@Nullable Go go)
            implements Page {
        @Override
        public String template() {
            return "pages/help.ftlh";
        }
    }

    /** How to copy a list. */
    record Mirror(
            Head head,
            String address,
            String site,
            View.Written written,
            boolean open,
            List<View.Link> downloads,
            View.@Nullable Link earliest,
            View.@Nullable Link latest)
            implements Page {
        @Override
        public String template() {
            return "pages/mirror.ftlh";
        }
    }

    /** What a style of one's own can change. */
    record Color(Head head) implements Page {
        @Override
        public String template() {
            return "pages/color.ftlh";
        }
    }

    /** Looks a Message-ID up. */
    record Go(Head head, View.Go go, String example) implements Page {
        @Override
        public String template() {
            return "pages/go.ftlh";
        }
    }

    record Feed(
            String language,
            String id,
            String title,
            String subtitle,
            String updated,
            String self,
            String alternate,
            String generator,
            String version,
            boolean archive,
            List<FeedLink> links,
            List<FeedEntry> entries)
            implements Page {
        @Override
        public String template() {
            return "feeds/feed.ftlx";
        }
    }

    /** One line of an overview, made for many pages. */
    record OverviewLine(Line line) implements Page {
        @Override
        public String template() {
            return "partials/line.ftlh";
        }
    }
}
