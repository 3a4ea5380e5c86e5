/**
 * Feeds of lists, months, authors, threads and the site. Start at {@link
 * dev.threadmill.archive.render.feed.Feeds}. May import render.frame and below.
 */
@NullMarked
package dev.threadmill.archive.render.feed;

import org.jspecify.annotations.NullMarked;
