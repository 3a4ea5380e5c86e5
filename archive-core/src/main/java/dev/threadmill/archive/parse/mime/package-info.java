/**
 * A message becomes its parts, and what they say. Start at {@link
 * dev.threadmill.archive.parse.mime.MimeReader}. Mime4j is used here alone. May import
 * parse.header, parse.decode and what parse may.
 */
@NullMarked
package dev.threadmill.archive.parse.mime;

import org.jspecify.annotations.NullMarked;
