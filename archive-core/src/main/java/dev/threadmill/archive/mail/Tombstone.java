package dev.threadmill.archive.mail;

/**
 * What a page says in the place of a message that was taken out of the archive: nothing of the
 * message.
 *
 * @param rule under which the report counts the message
 * @param date the day it was removed, as {@code 2026-03-01}; empty where no day is known
 * @param reason why, for readers; may be empty
 */
public record Tombstone(String rule, String date, String reason) {

    /**
     * Why the message has no page, for the report: {@code removed 2026-03-01: its author's wish}.
     */
    public String account() {
        String when = date.isEmpty() ? rule : rule + " " + date;
        return reason.isEmpty() ? when : when + ": " + reason;
    }
}
