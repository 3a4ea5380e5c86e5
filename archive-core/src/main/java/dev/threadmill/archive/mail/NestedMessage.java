package dev.threadmill.archive.mail;

/** A message that was sent inside another ({@code message/rfc822}). */
public record NestedMessage(String path, MessageContent content) implements Part {}
