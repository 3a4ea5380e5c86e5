/**
 * What makes the next run short and this one safe: the lock, the spool of temporary files, and what
 * is remembered of mail and pages. Start at {@link dev.threadmill.archive.state.ArchiveState}. May
 * import output, site and mail.
 */
@NullMarked
package dev.threadmill.archive.state;

import org.jspecify.annotations.NullMarked;
