/**
 * What is taken out of the archive on purpose, by a line of the removals or by its age; who still
 * quotes it, and which pages may go with it. Start at {@link
 * dev.threadmill.archive.removal.RemovedMail}. May import site, body, thread and mail.
 */
@NullMarked
package dev.threadmill.archive.removal;

import org.jspecify.annotations.NullMarked;
