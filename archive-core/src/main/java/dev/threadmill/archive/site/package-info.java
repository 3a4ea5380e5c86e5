/**
 * The plan: which pages exist and at which address. Pure data, no I/O. Start at {@link
 * dev.threadmill.archive.site.SitePlan}; addresses are made by {@link
 * dev.threadmill.archive.site.Permalinks} alone. May import thread and mail.
 */
@NullMarked
package dev.threadmill.archive.site;

import org.jspecify.annotations.NullMarked;
