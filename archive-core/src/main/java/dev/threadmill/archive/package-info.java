/**
 * The front door: {@link dev.threadmill.archive.ArchiveGenerator} leads mail through all rooms and
 * knows them all; no room knows it. What users of the program meet is public: settings go in, a
 * report comes out. Behind it {@code Build} reads the mail ({@code OpenMail}), has pages made
 * ({@code Rendering}), and accounts for each message ({@code Problems}, {@code Counts}, {@code
 * Accounts}).
 */
@NullMarked
package dev.threadmill.archive;

import org.jspecify.annotations.NullMarked;
