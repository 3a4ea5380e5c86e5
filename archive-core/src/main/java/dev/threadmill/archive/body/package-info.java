/**
 * What a message says becomes safe HTML: text, split into passages of one kind, marked up. Start at
 * {@link dev.threadmill.archive.body.BodyRenderer}. May import mail; CommonMark and the HTML
 * sanitizer are used here alone.
 */
@NullMarked
package dev.threadmill.archive.body;

import org.jspecify.annotations.NullMarked;
