package dev.threadmill.archive.bench;

import dev.threadmill.archive.bench.People.Person;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** One message of a generated thread: what follows from its place there. */
record MessageSketch(ThreadSketch thread, int node, People people) {

    /** What a message is for. */
    enum Role {
        COVER,
        PATCH,
        TALK,
        REPLY
    }

    /** No mail program writes more references than this; the oldest and the newest stay. */
    private static final int REFERENCES = 20;

    /** Chance for one purpose: what is drawn for one never changes another. */
    Dice dice(char purpose) {
        return new Dice(thread.seed(), thread.number(), node, purpose);
    }

    Role role() {
        if (node <= thread.patches() && thread.form() == ThreadSketch.Form.SERIES) {
            return node == 0 ? Role.COVER : Role.PATCH;
        }
        if (node == 0 && parent() != ThreadSketch.GHOST) {
            return thread.form() == ThreadSketch.Form.PATCH ? Role.PATCH : Role.TALK;
        }
        boolean newVersion = thread.form() != ThreadSketch.Form.TALK && dice('V').chance(0.09);
        return newVersion ? Role.PATCH : Role.REPLY;
    }

    int parent() {
        return thread.parents()[node];
    }

    MessageSketch at(int other) {
        return new MessageSketch(thread, other, people);
    }

    long arrived() {
        return thread.arrived()[node];
    }

    Person author() {
        if (node > 0 && node <= thread.patches()) {
            return at(0).author();
        }
        Dice dice = dice('A');
        if (node > 0 && dice.chance(0.6)) {
            // Few people talk to each other in one thread.
            return people.any(new Dice(thread.seed(), thread.number(), dice.below(4), 'G'));
        }
        return people.any(dice);
    }

    /** The Message-ID, in one of the forms that mail programs make. */
    String id() {
        return id(node);
    }

    private String id(int which) {
        Dice dice = new Dice(thread.seed(), thread.number(), which, 'I');
        long unique = ((long) thread.number() << 24) + (which - ThreadSketch.GHOST);
        String host = "@" + "abcdefgh".charAt(thread.number() & 7) + ".example.org";
        return switch (dice.below(8)) {
            case 0, 1, 2, 3 ->
                    String.format(
                            Locale.ROOT,
                            "%s.%d-%d-dev%s",
                            Dates.digits(thread.arrived()[Math.max(0, which)]),
                            thread.number(),
                            which - ThreadSketch.GHOST,
                            host);
            case 4 -> new Text().base64(dice, 6) + mutt(unique) + host;
            case 5 ->
                    String.format(
                                    Locale.ROOT,
                                    "CA%s%012x=%s",
                                    new Text().hex(dice, 20),
                                    unique,
                                    "w")
                            + host;
            case 6 ->
                    String.format(
                                    Locale.ROOT,
                                    "%08x-%04x-%012x",
                                    dice.next() & 0xffffffffL,
                                    dice.below(65536),
                                    unique)
                            + host;
            default -> String.format(Locale.ROOT, "SN6PR04MB%X%016X", dice.next(), unique) + host;
        };
    }

    /** Ten characters of base64, with a slash now and then, as Mutt writes them. */
    private static String mutt(long unique) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (unique >>> (8 * i));
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The ids above this one, from the top. */
    List<String> references() {
        List<String> up = new ArrayList<>();
        int above = parent();
        while (above >= 0) {
            up.add(id(above));
            above = thread.parents()[above];
        }
        if (above == ThreadSketch.GHOST) {
            up.add(id(ThreadSketch.GHOST));
        }
        Collections.reverse(up);
        if (up.size() > REFERENCES) {
            up.subList(1, up.size() - REFERENCES + 1).clear();
        }
        return up;
    }

    String subject() {
        if (role() != Role.REPLY) {
            return title();
        }
        MessageSketch above = this;
        while (above.role() == Role.REPLY && above.parent() >= 0) {
            above = above.at(above.parent());
        }
        return dice('W').chance(0.01)
                ? ownTitle() + " (was: " + above.title() + ")"
                : "Re: " + above.title();
    }

    private String title() {
        Dice dice = new Dice(thread.seed(), thread.number(), 'P');
        String tag = dice.chance(0.4) ? "PATCH v" + (2 + dice.below(5)) : "PATCH";
        return switch (role()) {
            case COVER ->
                    String.format(Locale.ROOT, "[%s 0/%d] ", tag, thread.patches()) + ownTitle();
            case PATCH ->
                    node > 0 && node <= thread.patches()
                            ? String.format(Locale.ROOT, "[%s %d/%d] ", tag, node, thread.patches())
                                    + ownTitle()
                            : "[" + tag + "] " + ownTitle();
            default -> ownTitle();
        };
    }

    private String ownTitle() {
        Dice dice = dice('S');
        String title = Words.phrase(dice, 3 + dice.below(7));
        if (dice.chance(0.01)) {
            title += " \u00fcber\u00e9";
        }
        return dice.chance(0.6) ? Words.phrase(dice, 1) + ": " + title : title;
    }
}
