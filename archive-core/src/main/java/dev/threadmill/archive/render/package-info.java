/**
 * The plan becomes files: each room below makes one kind of them, and {@link
 * dev.threadmill.archive.render.SiteRenderer}, where to start, leads through all. Beside it stand
 * the pages on how the archive is used, and what hosts and crawlers ask for; and {@link
 * dev.threadmill.archive.render.RedactedMail}, through which mail comes in where addresses are not
 * shown. May import site, body, thread and mail. Its rooms import in this order, to the left only:
 * template, download, frame, feed, thread, index.
 */
@NullMarked
package dev.threadmill.archive.render;

import org.jspecify.annotations.NullMarked;
