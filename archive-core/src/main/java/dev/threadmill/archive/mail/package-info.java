/**
 * The vocabulary: what a message, a list, an address and a problem are. Start at {@link
 * dev.threadmill.archive.mail.Message}. Imports the JDK only; every other room may import it.
 */
@NullMarked
package dev.threadmill.archive.mail;

import org.jspecify.annotations.NullMarked;
