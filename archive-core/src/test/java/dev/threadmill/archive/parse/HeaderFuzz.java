package dev.threadmill.archive.parse;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.parse.header.AddressParser;
import dev.threadmill.archive.parse.header.MailDate;
import java.nio.charset.StandardCharsets;

/** Dates and addresses as a fuzzer thinks of them. */
public final class HeaderFuzz {

    private static final long YEAR_10000 = 253_402_300_800L;

    private HeaderFuzz() {}

    /** The bytes of one header field's value. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1);
        believable(MailDate.parse(text));
        believable(MailDate.parseFromLine(text));
        for (Address address : AddressParser.parse(text)) {
            MessageFuzz.onOneLine(address.name());
            MessageFuzz.onOneLine(address.email());
        }
    }

    private static void believable(MailDate date) {
        if (date != null && Math.abs(date.instant()) > YEAR_10000) {
            throw new AssertionError("a date at " + date.instant());
        }
    }
}
