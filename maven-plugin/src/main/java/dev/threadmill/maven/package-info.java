/** The goals of the plugin: adapters between Maven and {@code dev.threadmill.archive}. */
@NullMarked
package dev.threadmill.maven;

import org.jspecify.annotations.NullMarked;
