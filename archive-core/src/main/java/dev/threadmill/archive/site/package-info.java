/**
 * The plan: which pages exist and at which address. Pure data, no I/O; and, as {@link
 * dev.threadmill.archive.site.SiteSink}, what takes the files that are made of it, so that those
 * who make them need not know where they go. Start at {@link dev.threadmill.archive.site.SitePlan};
 * addresses are made by {@link dev.threadmill.archive.site.Permalinks} alone, and {@link
 * dev.threadmill.archive.site.Links} says which of them leads to what. May import thread and mail.
 */
@NullMarked
package dev.threadmill.archive.site;

import org.jspecify.annotations.NullMarked;
