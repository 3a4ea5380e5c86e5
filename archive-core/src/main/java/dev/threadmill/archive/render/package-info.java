/**
 * Pages and templates become files. Start at {@link dev.threadmill.archive.render.SiteRenderer}.
 * May import site, body, thread and mail; FreeMarker is used here alone.
 */
@NullMarked
package dev.threadmill.archive.render;

import org.jspecify.annotations.NullMarked;
