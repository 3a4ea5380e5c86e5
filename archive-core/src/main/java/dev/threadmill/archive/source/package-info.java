/**
 * Where mail comes from: mbox files, folders and repositories become {@link
 * dev.threadmill.archive.source.RawMessage}s. Start at {@link
 * dev.threadmill.archive.source.Sources}. May import mail; JGit is used here alone.
 */
@NullMarked
package dev.threadmill.archive.source;

import org.jspecify.annotations.NullMarked;
