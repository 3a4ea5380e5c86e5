/**
 * Mail and files to take away: each message as it came in, the mboxes of threads, months and lists,
 * and what was attached. Start at {@link dev.threadmill.archive.render.download.Downloads}. May
 * import site, thread and mail.
 */
@NullMarked
package dev.threadmill.archive.render.download;

import org.jspecify.annotations.NullMarked;
