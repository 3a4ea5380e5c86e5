package dev.threadmill.archive.output;

import dev.threadmill.archive.site.SitePath;
import java.util.Optional;

/**
 * The message pages that a build would take from the site though they were to stay.
 *
 * @param messages how many of them are not in this build, those among them whose address now says
 *     that the message is missing
 * @param first the first of them in order of their paths; empty when none goes
 */
public record Removals(long messages, Optional<SitePath> first) {}
