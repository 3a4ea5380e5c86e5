/**
 * Puts the finished files in their place: staged first, then published by renames. Start at {@link
 * dev.threadmill.archive.output.SiteOutput}. May import site and mail. Only this room and state
 * open files for writing.
 */
@NullMarked
package dev.threadmill.archive.output;

import org.jspecify.annotations.NullMarked;
