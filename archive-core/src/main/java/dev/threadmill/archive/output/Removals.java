package dev.threadmill.archive.output;

import dev.threadmill.archive.site.SitePath;
import java.util.List;

/**
 * What a build would remove from the site.
 *
 * @param files how many files of the last build are not in this one
 * @param messages how many pages of messages that were to stay are not in this one, those among
 *     them whose address now says that the message is missing
 * @param examples the first few of those message pages, in order of their paths; of all files where
 *     no message page goes
 */
public record Removals(long files, long messages, List<SitePath> examples) {

    public Removals {
        examples = List.copyOf(examples);
    }
}
