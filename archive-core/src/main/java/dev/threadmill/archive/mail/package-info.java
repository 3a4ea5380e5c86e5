/**
 * The vocabulary: what a message, a list, an address and a problem are; how addresses are shown
 * ({@link dev.threadmill.archive.mail.AddressPolicy}); and the few tools that several rooms work
 * with, for hashes ({@link dev.threadmill.archive.mail.Fingerprint}), for looking through bytes,
 * for dates ({@link dev.threadmill.archive.mail.Dates}), for temporary files, and for what is done
 * meanwhile. Start at {@link dev.threadmill.archive.mail.Message}. Imports the JDK only; every
 * other room may import it.
 */
@NullMarked
package dev.threadmill.archive.mail;

import org.jspecify.annotations.NullMarked;
