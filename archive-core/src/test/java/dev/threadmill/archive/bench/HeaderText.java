package dev.threadmill.archive.bench;

import dev.threadmill.archive.bench.People.Person;
import java.util.List;

/** The header of a generated message, as long as headers are after passing list servers. */
final class HeaderText {

    private static final Spread LENGTH =
            Spread.of(
                    0, 1_400, 5, 2_206, 10, 2_573, 20, 3_077, 30, 3_492, 40, 3_827, 50, 4_126, 60,
                    4_530, 70, 5_026, 80, 5_977, 90, 8_053, 95, 10_495, 98, 13_613, 99, 14_779,
                    99.9, 16_656, 100, 28_000);
    private static final Spread RECIPIENTS =
            Spread.of(
                    0, 1, 5, 2, 10, 3, 25, 5, 50, 8, 75, 14, 90, 25, 95, 36, 99, 59, 99.9, 148, 100,
                    223);

    private HeaderText() {}

    /** Everything down to the fields of MIME. */
    static void write(Text out, MessageSketch message, MailList list, long arrived) {
        Dice dice = message.dice('H');
        int begin = out.length();
        int length = dice.of(LENGTH);
        Person author = message.author();
        out.add("Return-Path: <").add(list.name()).line("-bounces@lists.example.org>");
        out.add("X-Original-To: ").line(list.address());
        out.add("Delivered-To: ").line(list.address());
        received(out, message.dice('R'), arrived, list, length);
        if (length > 2_500) {
            signed(out, dice, author);
        }
        int fill = length - (out.length() - begin) - 1_400;
        if (fill > 200) {
            out.add("X-Filter-Evidence: ");
            for (int left = fill - 20; left > 0; left -= 75) {
                out.base64(dice, Math.min(left, 72)).add(left > 75 ? "\n\t" : "\n");
            }
        }
        people(out, dice, message, list);
        subject(out, message.subject(), list);
        date(out, dice, message, author);
        out.add("Message-ID: <").add(message.id()).line(">");
        references(out, message.references());
        out.line("MIME-Version: 1.0");
        list.fields(out);
    }

    private static void received(
            Text out, Dice dice, long arrived, MailList list, int headerLength) {
        int hops = headerLength < 2_000 ? 3 : 5;
        long time = arrived;
        for (int hop = hops; hop > 0; hop--) {
            String from = hop == hops ? "lists" : "mx" + hop + "." + dice.below(50);
            out.add("Received: from ").add(from).add(".example.org (");
            out.add(from).add(".example.org [192.0.2.").number(dice.below(256)).line("])");
            out.add("\tby mail").number(hop).add(".example.org (Postfix) with ESMTPS id ");
            out.hex(dice, 11).add("\n\tfor <").add(list.address()).add(">; ");
            Dates.rfc5322(out, time, 0);
            out.line(" (UTC)");
            time -= dice.below(4);
        }
    }

    private static void signed(Text out, Dice dice, Person author) {
        out.line("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;");
        out.add("\ts=").number(author.number());
        out.line("; h=from:to:cc:subject:date:message-id:references:mime-version;");
        out.add("\tbh=").base64(dice, 43).add("=;\n\tb=");
        for (int line = 0; line < 5; line++) {
            out.base64(dice, 66).add("\n\t ");
        }
        out.base64(dice, 14).line("==");
    }

    private static void people(Text out, Dice dice, MessageSketch message, MailList list) {
        out.add("From: ").line(message.author().mailbox());
        Person to =
                message.parent() >= 0
                        ? message.at(message.parent()).author()
                        : message.people().any(dice);
        out.add("To: ").add(to.mailbox()).add(",\n\t").line(list.address());
        int more = dice.of(RECIPIENTS) - 2;
        for (int i = 0; i < more; i++) {
            out.add(i == 0 ? "Cc: " : "\t");
            Person person = message.people().any(dice);
            out.add(i % 3 == 0 ? person.address() : person.mailbox());
            out.line(i + 1 < more ? "," : "");
        }
    }

    /** Folded where a line would grow too long. */
    private static void subject(Text out, String subject, MailList list) {
        String shown = list.prefix() + subject;
        boolean ascii = shown.chars().allMatch(c -> c < 0x80);
        if (!ascii) {
            shown = Encodings.encodedWord(shown);
        }
        int fold = shown.length() > 66 ? shown.lastIndexOf(' ', 66) : -1;
        out.add("Subject: ");
        if (fold > 8) {
            out.line(shown.substring(0, fold)).line(shown.substring(fold));
        } else {
            out.line(shown);
        }
    }

    /** One Date in a thousand is not to be believed, and one in two thousand is missing. */
    private static void date(Text out, Dice dice, MessageSketch message, Person author) {
        long sent = message.arrived() - 2 - dice.below(60);
        double share = dice.share();
        if (share < 0.0005) {
            return;
        }
        out.add("Date: ");
        Dates.rfc5322(out, share < 0.0015 ? sent + 400 * 86_400L : sent, author.zone());
        out.add('\n');
    }

    private static void references(Text out, List<String> references) {
        if (references.isEmpty()) {
            return;
        }
        out.add("In-Reply-To: <").add(references.get(references.size() - 1)).line(">");
        out.add("References:");
        for (String reference : references) {
            out.add(" <").add(reference).add(">\n");
        }
    }
}
