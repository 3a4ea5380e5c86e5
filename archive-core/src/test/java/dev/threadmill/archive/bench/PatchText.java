package dev.threadmill.archive.bench;

/** What {@code git send-email} sends: a reason, a summary of the changes, the changes. */
final class PatchText {

    private static final Spread REASON =
            Spread.of(
                    0, 2, 10, 4, 30, 7, 50, 10, 70, 15, 80, 21, 90, 36, 95, 52, 99, 110, 99.9, 250,
                    100, 700);
    private static final Spread CHANGES =
            Spread.of(
                    0, 8, 10, 12, 20, 18, 30, 26, 40, 37, 50, 50, 60, 70, 70, 98, 80, 145, 90, 262,
                    95, 420, 98, 720, 99, 1_130, 99.9, 3_100, 100, 4_500);
    private static final Spread FILES =
            Spread.of(0, 1, 55, 1, 70, 2, 80, 3, 90, 5, 95, 7, 99, 18, 99.9, 45, 100, 120);
    private static final Spread COVER =
            Spread.of(
                    0, 5, 10, 12, 30, 22, 50, 36, 70, 60, 80, 85, 90, 140, 95, 220, 99, 520, 99.9,
                    1_400, 100, 2_000);

    private PatchText() {}

    static void cover(Text out, MessageSketch message) {
        Dice dice = message.dice('B');
        Words.prose(out, dice, dice.of(COVER), dice.chance(0.09));
        out.add('\n').add(message.author().name()).add(" (").number(message.thread().patches());
        out.line("):");
        for (int patch = 1; patch <= message.thread().patches(); patch++) {
            out.add("  ").line(message.at(patch).subject().replaceAll("^\\[.*?] ", ""));
        }
        out.add('\n');
        summary(out, dice, 1 + dice.of(FILES), dice.of(CHANGES));
        version(out, dice);
    }

    static void patch(Text out, MessageSketch message) {
        Dice dice = message.dice('B');
        Words.prose(out, dice, dice.of(REASON), dice.chance(0.07));
        out.add("\nSigned-off-by: ").line(signer(message.author()));
        if (dice.chance(0.4)) {
            out.add("Reviewed-by: ").line(signer(message.people().any(dice)));
        }
        out.line("---");
        int files = dice.of(FILES);
        int lines = dice.of(CHANGES);
        Dice names = message.dice('F');
        summary(out, names, files, lines);
        names = message.dice('F');
        for (int file = 0; file < files; file++) {
            file(out, dice, path(names), Math.max(8, lines / files - 4));
        }
        version(out, dice);
    }

    private static String signer(People.Person person) {
        return person.name() + " <" + person.address() + ">";
    }

    private static String path(Dice dice) {
        return Words.invent(dice, 2)
                + "/"
                + Words.invent(dice, 2)
                + "/"
                + Words.invent(dice, 2)
                + (dice.chance(0.8) ? ".c" : ".h");
    }

    private static void summary(Text out, Dice names, int files, int lines) {
        for (int file = 0; file < files; file++) {
            out.add(' ').add(path(names)).add(" | ").number(1 + lines / files / 3).line(" +++--");
        }
        out.add(' ')
                .number(files)
                .add(" files changed, ")
                .number(lines / 4)
                .add(" insertions(+), ");
        out.number(lines / 8).line(" deletions(-)\n");
    }

    private static void file(Text out, Dice dice, String path, int lines) {
        out.add("diff --git a/").add(path).add(" b/").line(path);
        out.add("index ").hex(dice, 12).add("..").hex(dice, 12).line(" 100644");
        out.add("--- a/").line(path).add("+++ b/").line(path);
        int at = 10 + dice.below(300);
        int left = lines;
        while (left > 0) {
            int changed = Math.min(left, 2 + dice.below(24));
            int removed = dice.below(1 + changed / 2);
            out.add("@@ -").number(at).add(",").number(6 + removed);
            out.add(" +").number(at).add(",").number(6 + changed - removed);
            out.add(" @@ static int ").add(Words.word(dice)).add("_").add(Words.word(dice));
            out.line("(struct request *rq)");
            code(out, dice, ' ', 3);
            code(out, dice, '-', removed);
            code(out, dice, '+', changed - removed);
            code(out, dice, ' ', 3);
            left -= changed + 7;
            at += 20 + dice.below(200);
        }
    }

    private static void code(Text out, Dice dice, char mark, int lines) {
        for (int i = 0; i < lines; i++) {
            out.add(mark);
            for (int tabs = dice.below(4); tabs > 0; tabs--) {
                out.add('\t');
            }
            switch (dice.below(7)) {
                case 0 -> out.line("");
                case 1 -> out.line("}");
                case 2 ->
                        out.add("if (")
                                .add(Words.word(dice))
                                .add("->")
                                .add(Words.word(dice))
                                .line(" && ret < 0) {");
                case 3 -> out.add("/* ").add(Words.phrase(dice, 6)).line(" */");
                case 4 -> out.add("return ").add(Words.word(dice)).line(";");
                default ->
                        out.add(Words.word(dice))
                                .add("_")
                                .add(Words.word(dice))
                                .add("(&")
                                .add(Words.word(dice))
                                .add("->")
                                .add(Words.word(dice))
                                .add(", ")
                                .add(Words.word(dice))
                                .line(");");
            }
        }
    }

    private static void version(Text out, Dice dice) {
        out.add("-- \n2.").number(20 + dice.below(30)).line(".1\n");
    }
}
