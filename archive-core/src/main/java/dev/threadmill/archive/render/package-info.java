/**
 * The plan becomes files: each room below makes one kind of them, and {@link
 * dev.threadmill.archive.render.SiteRenderer}, where to start, leads through all. May import site,
 * body, thread and mail. Its rooms import in this order, to the left only: template, download,
 * frame, feed, thread, index.
 */
@NullMarked
package dev.threadmill.archive.render;

import org.jspecify.annotations.NullMarked;
