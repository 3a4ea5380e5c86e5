package dev.threadmill.archive.render;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.MailingList;
import java.nio.charset.StandardCharsets;

/** A small invented archive that has one of everything pages show. */
final class Weft {

    static final String DESCRIPTION = "Where the loom is talked about";

    private static final Address DEV = new Address("", "dev@example.org");
    private static final Address ANN = new Address("Ann Ash", "ann@example.org");
    private static final Address BEN = new Address("Ben Birch", "ben@example.org");

    private Weft() {}

    static GivenArchive archive() {
        GivenArchive given = new GivenArchive();
        given.list(
                new MailingList("dev", "dev", "Weft development", DESCRIPTION, "dev@example.org"));
        given.mail("plan@example.org")
                .sent("2024-03-01T08:05:00Z", "Fri, 1 Mar 2024 09:05:00 +0100")
                .to(DEV)
                .says("Shall we warp on Monday?\n")
                .holds(
                        "draft & notes.txt",
                        "text/plain",
                        "Draft\n".getBytes(StandardCharsets.UTF_8))
                .raw("Subject: A plan\n\nShall we warp on Monday?\nFrom here on.\n")
                .in();
        given.mail("yes/1@example.org")
                .from("Ben Birch", "ben@example.org")
                .sent("2024-03-01T10:00:00Z", "Fri, 1 Mar 2024 10:00:00 +0000")
                .to(ANN)
                .cc(DEV, new Address("Cid O'Dell", "cid@example.org"))
                .subject("Re: A plan")
                .answers("plan@example.org")
                .says("Yes.\n")
                .in();
        given.mail("late@example.org")
                .from("", "dot@example.org")
                .sent("2024-03-02T21:30:00Z", "")
                .sentRepaired()
                .subject("[weft] Re: A plan")
                .answers("plan@example.org", "lost@example.org")
                .says("Not before Tuesday.\n")
                .in();
        given.mail("orphan@example.org")
                .sent("2024-04-05T06:07:08Z", "Fri, 5 Apr 2024 06:07:08 +0000")
                .subject("Re: Yarn <3mm> & more")
                .answers("gone@example.org")
                .says("There is none left.\n")
                .in();
        given.mail("orphan2@example.org")
                .from("Ben Birch", "ben@example.org")
                .sent("2024-04-05T07:00:00Z", "Fri, 5 Apr 2024 07:00:00 +0000")
                .subject("Re: Yarn <3mm> & more")
                .answers("gone@example.org", "orphan@example.org")
                .says("Then we spin some.\n")
                .in();
        given.list("users");
        given.mail("yes/1@example.org")
                .from("Ben Birch", "ben@example.org")
                .sent("2024-03-01T10:00:00Z", "Fri, 1 Mar 2024 10:00:00 +0000")
                .to(ANN, BEN)
                .subject("Re: A plan")
                .answers("plan@example.org")
                .says("Yes.\n")
                .in();
        given.mail("again@example.org")
                .sent("2024-05-01T00:00:00Z", "Wed, 1 May 2024 00:00:00 +0000")
                .subject("A plan")
                .says("Once more.\n")
                .in();
        return given;
    }
}
