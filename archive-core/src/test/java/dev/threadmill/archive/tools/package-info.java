/**
 * Real programs read what the archive writes: feed readers, mail programs, b4. Each test is
 * skipped, and says so, where its program is not installed; {@link
 * dev.threadmill.archive.tools.Tool} runs them.
 */
@NullMarked
package dev.threadmill.archive.tools;

import org.jspecify.annotations.NullMarked;
