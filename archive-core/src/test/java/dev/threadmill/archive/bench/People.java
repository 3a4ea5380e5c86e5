package dev.threadmill.archive.bench;

import java.util.Locale;

/** Invented people at {@code example.org}: a few write much, most write once or twice. */
final class People {

    /** The share that the first, the first ten and the first hundred write. */
    private static final double FIRST = 0.09;

    private static final double TEN = 0.36;
    private static final double HUNDRED = 0.72;

    private final int count;

    People(int messages) {
        count = 5 + messages / 30;
    }

    /** One person. */
    record Person(int number, String name, String address, int zone) {

        /** The name as a header has it: one beyond ASCII is an encoded word. */
        String inHeader() {
            if (name.chars().allMatch(c -> c < 0x80)) {
                return name;
            }
            return Encodings.encodedWord(name);
        }

        String mailbox() {
            return inHeader() + " <" + address + ">";
        }
    }

    /** Somebody, as often as they write. */
    Person any(Dice dice) {
        double share = dice.share();
        int number =
                share < FIRST
                        ? 0
                        : share < TEN
                                ? 1 + dice.below(9)
                                : share < HUNDRED ? 10 + dice.below(90) : 100 + rare(dice);
        return person(number % count);
    }

    private int rare(Dice dice) {
        double share = dice.share();
        return (int) (share * share * Math.max(1, count - 100));
    }

    Person person(int number) {
        Dice dice = new Dice(4711, number);
        String first = Words.name(dice, 2);
        String last = Words.name(dice, 2);
        String address = (first + "." + last).toLowerCase(Locale.ROOT) + number;
        if (number % 77 == 12) {
            last = last + "\u00f6\u0142";
        }
        int zone = dice.pick(new Integer[] {0, 1, 2, 3, 8, 9, -4, -5, -7, -8});
        return new Person(number, first + " " + last, address + "@example.org", zone);
    }
}
