/**
 * Proof that a generated site is safe to publish, whatever the mail: start at {@link
 * dev.threadmill.archive.attack.HostileMail}.
 */
@NullMarked
package dev.threadmill.archive.attack;

import org.jspecify.annotations.NullMarked;
