package dev.threadmill.archive.browser;

import java.util.List;

/**
 * What a browser saw while it opened a page.
 *
 * @param url the page that was asked for
 * @param requests every address it asked for, that of the page included
 * @param events what a page that only shows something does not do: {@code dialog: …}, {@code
 *     console: …}, {@code exception: …}, {@code log: …} (violations of a content security policy
 *     and failed requests among them), {@code window: …}, {@code navigation: …} away from the page
 * @param download whether the browser took it for a file to keep, and showed nothing
 */
public record Visit(String url, List<String> requests, List<String> events, boolean download) {

    public Visit {
        requests = List.copyOf(requests);
        events = List.copyOf(events);
    }

    /** The requests that do not begin with {@code prefix}. */
    public List<String> requestsOutside(String prefix) {
        return requests.stream().filter(request -> !request.startsWith(prefix)).toList();
    }
}
