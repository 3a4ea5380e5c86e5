/**
 * Fields of a header become values: dates, addresses, references, parameters. Start at {@link
 * dev.threadmill.archive.parse.header.Header}. May import parse.decode and what parse may.
 */
@NullMarked
package dev.threadmill.archive.parse.header;

import org.jspecify.annotations.NullMarked;
