/**
 * Bytes become characters: charsets, declared and guessed, transfer encodings, encoded words. Start
 * at {@link dev.threadmill.archive.parse.decode.TextDecoder}. May import what parse may.
 */
@NullMarked
package dev.threadmill.archive.parse.decode;

import org.jspecify.annotations.NullMarked;
