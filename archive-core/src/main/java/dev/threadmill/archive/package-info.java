/**
 * The front door: {@link dev.threadmill.archive.ArchiveGenerator} leads mail through all rooms and
 * knows them all; no room knows it.
 */
@NullMarked
package dev.threadmill.archive;

import org.jspecify.annotations.NullMarked;
