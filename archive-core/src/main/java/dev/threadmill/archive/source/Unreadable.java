package dev.threadmill.archive.source;

import dev.threadmill.archive.mail.Problem;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;

/** The objects of a repository that are missing or damaged: however many, they are one error. */
final class Unreadable {

    private final String place;
    private int count;
    private String first = "";
    private String consequence = "";

    Unreadable(String place) {
        this.place = place;
    }

    /** Notes an object; with it, {@code lost} cannot be read. */
    void add(ObjectId object, String lost) {
        if (count++ == 0) {
            first = object.name();
            consequence = lost;
        }
    }

    void report(Consumer<Problem> problems) {
        if (count > 0) {
            problems.accept(
                    Problem.error(
                            place,
                            "git objects that are missing or damaged: %s, the first is '%s', and %s with it; all others were read: fetch the repository anew ('git fsck' tests it)"
                                    .formatted(count, first, consequence)));
        }
    }
}
