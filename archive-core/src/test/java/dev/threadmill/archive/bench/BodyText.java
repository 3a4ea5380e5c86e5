package dev.threadmill.archive.bench;

import dev.threadmill.archive.bench.People.Person;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What a generated message says, before it is encoded. */
final class BodyText {

    private static final Spread OWN =
            Spread.of(
                    0, 1, 5, 2, 20, 4, 40, 7, 50, 8, 60, 10, 70, 13, 80, 18, 90, 29, 95, 45, 98, 77,
                    99, 113, 99.9, 320, 100, 1_500);
    private static final Spread QUOTED =
            Spread.of(
                    0, 1, 5, 2, 20, 7, 30, 11, 40, 16, 50, 23, 60, 32, 70, 45, 80, 68, 90, 120, 95,
                    190, 98, 310, 99, 430, 99.9, 1_100, 100, 7_000);
    private static final Spread TALK =
            Spread.of(
                    0, 2, 10, 3, 20, 5, 40, 10, 50, 19, 60, 30, 70, 47, 80, 75, 90, 124, 95, 200,
                    98, 320, 99, 450, 99.9, 1_400, 100, 3_000);

    /** How many levels of quotes are written; what is quoted deeper is what they say first. */
    private static final int LEVELS = 5;

    private BodyText() {}

    static void write(Text out, MessageSketch message) {
        write(out, message, 0);
    }

    private static void write(Text out, MessageSketch message, int level) {
        switch (message.role()) {
            case COVER -> PatchText.cover(out, message);
            case PATCH -> PatchText.patch(out, message);
            case TALK -> talk(out, message, message.dice('B'));
            case REPLY -> reply(out, message, level);
        }
    }

    private static void talk(Text out, MessageSketch message, Dice dice) {
        int lines = dice.of(TALK);
        int log = dice.chance(0.25) ? lines * 3 / 4 : 0;
        Words.prose(out, dice, lines - log, dice.chance(0.09));
        for (int i = 0; i < log; i++) {
            out.add("[ ")
                    .number(1000 + i)
                    .add(".")
                    .number(100_000 + dice.below(900_000))
                    .add("]  ");
            out.add(Words.word(dice)).add("_").add(Words.word(dice)).add("+0x").hex(dice, 2);
            out.add("/0x").hex(dice, 3).add('\n');
        }
        signature(out, message, dice);
    }

    private static void signature(Text out, MessageSketch message, Dice dice) {
        if (dice.chance(0.2)) {
            out.add("\n-- \n").line(message.author().name());
        } else if (dice.chance(0.6)) {
            out.add("\n").line(message.author().name().replaceAll(" .*", ""));
        }
    }

    private static void reply(Text out, MessageSketch message, int level) {
        Dice dice = message.dice('B');
        int own = dice.of(OWN);
        int quoted = dice.of(QUOTED);
        int blocks = 1 + dice.below(3);
        boolean far = dice.chance(0.08);
        boolean silent = dice.chance(0.06);
        boolean above = dice.chance(0.08);
        if (silent || level == LEVELS) {
            Words.prose(out, dice, own, far);
            signature(out, message, dice);
            return;
        }
        Text before = new Text();
        if (message.parent() >= 0) {
            write(before, message.at(message.parent()), level + 1);
        } else {
            Words.prose(before, message.dice('Q'), quoted, false);
        }
        if (above) {
            Words.prose(out, dice, own, far);
            out.add('\n');
        }
        attribution(out, message, dice.below(3));
        int from = 0;
        for (int block = 1; block <= blocks; block++) {
            from = quote(out, before, from, Math.max(1, quoted / blocks));
            out.add('\n');
            if (!above) {
                Words.prose(out, dice, Math.max(1, own / blocks), far);
                out.add(block < blocks ? "\n" : "");
            }
        }
        signature(out, message, dice);
    }

    private static int quote(Text out, Text before, int from, int lines) {
        int at = from;
        for (int i = 0; i < lines && at < before.length(); i++) {
            int end = before.lineEnd(at);
            out.add(at < end && before.at(at) == '>' ? ">" : "> ").add(before, at, end).add('\n');
            at = end + 1;
        }
        return at;
    }

    private static void attribution(Text out, MessageSketch message, int style) {
        boolean held = message.parent() >= 0;
        MessageSketch before = message.at(Math.max(0, message.parent()));
        Person author = held ? before.author() : message.people().person(7);
        LocalDateTime sent = LocalDateTime.ofEpochSecond(before.arrived() - 20, 0, ZoneOffset.UTC);
        switch (style) {
            case 0 ->
                    out.add("On ")
                            .number(sent.getMonthValue())
                            .add("/")
                            .number(sent.getDayOfMonth())
                            .add("/")
                            .number(sent.getYear() % 100)
                            .add(", ")
                            .add(author.name())
                            .line(" wrote:");
            case 1 -> {
                out.add("On ");
                Dates.rfc5322(out, before.arrived() - 20, 0);
                out.add(", ").add(author.name()).line(" wrote:");
            }
            default -> out.add(author.name()).add(" <").add(author.address()).line("> writes:\n");
        }
    }
}
