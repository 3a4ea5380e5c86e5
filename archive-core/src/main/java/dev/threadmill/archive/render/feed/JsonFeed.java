package dev.threadmill.archive.render.feed;

import dev.threadmill.archive.mail.Dates;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.render.feed.FeedEntries.Item;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.frame.SiteFacts;
import dev.threadmill.archive.render.template.Json;
import dev.threadmill.archive.render.template.PageWriter;
import dev.threadmill.archive.render.template.Pages;
import dev.threadmill.archive.site.Links;
import dev.threadmill.archive.site.ListPlan;
import dev.threadmill.archive.site.PageKind;
import dev.threadmill.archive.site.SitePath;
import java.util.List;

/** Writes a list's newest messages as a JSON Feed 1.1. Its ids are those of the Atom feeds. */
public final class JsonFeed {

    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    private final Links links;
    private final Pages pages;
    private final People people;
    private final SiteFacts facts;
    private final FeedEntries entries;

    public JsonFeed(Links links, Pages pages, People people, SiteFacts facts, FeedEntries entries) {
        this.links = links;
        this.pages = pages;
        this.people = people;
        this.facts = facts;
        this.entries = entries;
    }

    public void list(ListPlan plan, List<Item> newest, PageWriter buffer) {
        SitePath path = links.permalinks().newJson(plan.index());
        String base = facts.base();
        buffer.clear();
        Json json = new Json(buffer).object();
        json.name("version").value(VERSION);
        json.name("title").value(plan.list().title());
        if (!base.isEmpty()) {
            Links.Target page = new Links.Target(links.permalinks().list(plan.index()));
            json.name("home_page_url").value(links.href(path, base, page));
            json.name("feed_url").value(links.href(path, base, new Links.Target(path)));
        }
        json.member("description", plan.list().description());
        json.member("language", facts.language());
        json.name("items").array();
        for (Item item : newest) {
            write(json, path, item);
        }
        json.endArray().endObject();
        pages.write(path, PageKind.FEEDS, buffer.content());
    }

    private void write(Json json, SitePath path, Item item) {
        Message message = item.message();
        json.object();
        json.name("id").value(FeedEntries.id(message));
        json.name("url").value(entries.href(path, message.list(), item.ref()));
        json.name("title").value(item.subject());
        if (item.body() == null) {
            json.name("content_text").value(item.summary());
        } else {
            json.name("content_html").value(entries.content(path, item).toString());
        }
        json.name("date_published").value(Dates.iso(message.sent()));
        json.name("date_modified").value(Dates.iso(message.arrived()));
        json.name("authors").array().object();
        json.name("name").value(people.name(message.from()));
        json.endObject().endArray();
        json.endObject();
    }
}
