/**
 * Messages that answer each other, as trees. Start at {@link
 * dev.threadmill.archive.thread.Threader}. May import mail.
 */
@NullMarked
package dev.threadmill.archive.thread;

import org.jspecify.annotations.NullMarked;
