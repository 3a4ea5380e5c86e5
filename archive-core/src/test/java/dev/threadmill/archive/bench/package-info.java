/**
 * What measures the archive: a writer of generated mail, benchmarks of single rooms, and whole
 * builds. Start at {@link dev.threadmill.archive.bench.MailWriter} and {@link
 * dev.threadmill.archive.bench.SiteBenchmark}.
 */
@NullMarked
package dev.threadmill.archive.bench;

import org.jspecify.annotations.NullMarked;
