package dev.threadmill.archive;

import dev.threadmill.archive.ArchiveOptions.ListOptions;
import dev.threadmill.archive.mail.MailingList;
import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.parse.header.ListHeaders;
import dev.threadmill.archive.site.ListFolders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a list is called, from the settings and, where they are silent, from its own mail. */
final class ListFacts {

    /** Enough of the newest mail to meet one that still has its List-* headers. */
    private static final int LOOKED_AT = 20;

    private ListFacts() {}

    static MailingList of(
            ListOptions options, List<Message> messages, Function<Message, ListHeaders> read) {
        List<Message> shown = messages.stream().filter(m -> !m.isLeftOut()).toList();
        ListHeaders headers = headers(shown, read);
        String title = first(options.title(), headers.description(), headers.id(), options.name());
        String description = first(options.description(), headers.description());
        return new MailingList(
                options.name(),
                ListFolders.of(options.name()),
                title,
                description.equals(title) ? "" : description,
                first(options.address(), headers.post()));
    }

    /**
     * What most of the newest mail says, if it says anything: some may have come through another
     * list, and in a folder of all sorts of mail no list speaks for the others.
     */
    private static ListHeaders headers(
            List<Message> messages, Function<Message, ListHeaders> read) {
        Map<String, List<ListHeaders>> byId = new HashMap<>();
        int all = 0;
        for (int i = messages.size() - 1; i >= Math.max(0, messages.size() - LOOKED_AT); i--) {
            ListHeaders headers = read.apply(messages.get(i));
            if (!headers.id().isEmpty()) {
                byId.computeIfAbsent(headers.id(), id -> new ArrayList<>()).add(headers);
                all++;
            }
        }
        for (List<ListHeaders> same : byId.values()) {
            if (2 * same.size() > all) {
                return new ListHeaders(
                        same.get(0).id(),
                        usual(same, ListHeaders::description),
                        usual(same, ListHeaders::post));
            }
        }
        return ListHeaders.NONE;
    }

    /**
     * What most of them say, so that one that came another way renames nothing; of what as many say
     * the newest.
     */
    private static String usual(List<ListHeaders> newestFirst, Function<ListHeaders, String> said) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ListHeaders headers : newestFirst) {
            String text = said.apply(headers);
            if (!text.isEmpty()) {
                counts.merge(text, 1, Integer::sum);
            }
        }
        String usual = "";
        int most = 0;
        for (Map.Entry<String, Integer> text : counts.entrySet()) {
            if (text.getValue() > most) {
                usual = text.getKey();
                most = text.getValue();
            }
        }
        return usual;
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
