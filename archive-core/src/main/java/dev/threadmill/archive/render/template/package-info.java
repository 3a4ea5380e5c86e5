/**
 * What templates read, and what makes pages of both: a {@link
 * dev.threadmill.archive.render.template.Page} is the root of what one template reads, a {@link
 * dev.threadmill.archive.render.template.View} a piece of it, and {@link
 * dev.threadmill.archive.render.template.Pages} brings them together. FreeMarker is used here
 * alone. May import site, body and mail.
 */
@NullMarked
package dev.threadmill.archive.render.template;

import org.jspecify.annotations.NullMarked;
