package dev.threadmill.archive.mail;

import java.util.Locale;
import java.util.Set;

/**
 * A line in which somebody stands for a patch: {@code Reviewed-by: Ann Ash <ann@example.org>}.
 *
 * @param name what they did, with one capital: {@code Reviewed-by}
 * @param person who
 */
public record Trailer(String name, Address person) {

    private static final Set<String> REVIEWS = Set.of("reviewed", "acked", "tested");

    /** Whether it says that somebody looked at the patch, or tried it, and found it good. */
    public boolean isReview() {
        for (String word : name.toLowerCase(Locale.ROOT).split("-", -1)) {
            if (REVIEWS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether {@code sender} speaks here for themselves: by address, without {@code +detail} and
     * with or without a first label of the domain, or by name.
     */
    public boolean isBy(Address sender) {
        String ours = plain(person.email());
        String theirs = plain(sender.email());
        return (!ours.isEmpty() && (ours.equals(theirs) || isNear(ours, theirs)))
                || (!person.name().isEmpty() && person.name().equalsIgnoreCase(sender.name()));
    }

    private static String plain(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        int plus = lower.indexOf('+');
        return plus > 0 && plus < at ? lower.substring(0, plus) + lower.substring(at) : lower;
    }

    /** Whether one is {@code foo@example.org} and the other {@code foo@mail.example.org}. */
    private static boolean isNear(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        int at = shorter.indexOf('@');
        if (at < 1 || !longer.startsWith(shorter.substring(0, at + 1))) {
            return false;
        }
        String domain = shorter.substring(at + 1);
        String label =
                longer.substring(at + 1, Math.max(at + 1, longer.length() - domain.length()));
        return longer.endsWith(domain) && label.indexOf('.') == label.length() - 1;
    }
}
