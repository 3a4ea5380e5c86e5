/**
 * Pages that lead to messages and threads: of the site, a list, its months and years, authors,
 * subjects, attachments and its statistics. Start at {@link
 * dev.threadmill.archive.render.index.Indexes}. May import render.thread and below.
 */
@NullMarked
package dev.threadmill.archive.render.index;

import org.jspecify.annotations.NullMarked;
