package dev.threadmill.archive.mail;

/**
 * One leaf of a message's MIME tree. Its path counts as public-inbox does: {@code 1} for the only
 * or first part, {@code 2.1} for the first part of a multipart that is second in the message.
 */
public sealed interface Part permits TextPart, Attachment, NestedMessage, Withheld {

    String path();
}
