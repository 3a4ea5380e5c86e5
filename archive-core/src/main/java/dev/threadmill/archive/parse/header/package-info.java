/**
 * Fields of a header become values: dates, addresses, references, parameters; what is wrong with a
 * message is noted in {@link dev.threadmill.archive.parse.header.Findings} from here on. Start at
 * {@link dev.threadmill.archive.parse.header.Header}. May import parse.decode and what parse may.
 */
@NullMarked
package dev.threadmill.archive.parse.header;

import org.jspecify.annotations.NullMarked;
