/**
 * Bytes become {@link dev.threadmill.archive.mail.Message}s and {@link
 * dev.threadmill.archive.mail.MessageContent}s. Start at {@link
 * dev.threadmill.archive.parse.MessageReader}, which reads whole sources into skeletons, and at
 * {@link dev.threadmill.archive.parse.MessageParser}, which reads what one message says. May import
 * source and mail. Its rooms import in this order, to the left only: decode, header, mime.
 */
@NullMarked
package dev.threadmill.archive.parse;

import org.jspecify.annotations.NullMarked;
