package dev.threadmill.archive.parse.header;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.CpuLimit;
import dev.threadmill.archive.mail.Address;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {

    /** Right of the bar: {@code name <address>}, one after the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    # as it should be
                    Ada Quill <ada@example.org>                     | Ada Quill <ada@example.org>
                    ada@example.org                                 | <ada@example.org>
                    <ada@example.org>                               | <ada@example.org>
                    "Quill, Ada" <ada@example.org>                  | Quill, Ada <ada@example.org>
                    "Ada \\"Q\\" \\\\" <ada@example.org>            | Ada "Q" \\ <ada@example.org>
                    a@example.org, B <b@example.org>,c@example.org  | <a@example.org> B <b@example.org> <c@example.org>
                    # comments
                    ada@example.org (Ada Quill)                     | Ada Quill <ada@example.org>
                    ada@example.org (A. (Ada) Quill)                | A. (Ada) Quill <ada@example.org>
                    (Ada) ada@example.org                           | Ada <ada@example.org>
                    Ada (at work) <ada@example.org>                 | Ada <ada@example.org>
                    ada@example.org (Ada                            | (Ada <ada@example.org>
                    Ada(at \\) home) <ada(her account)@example.org(her host)> | Ada <ada@example.org>
                    A <a@(A's (old) host.)sub.example.org>, b@example.org | A <a@sub.example.org> <b@example.org>
                    ada@example.org (by way of Bo <bo@example.org>) | <ada@example.org>
                    ada at example.org (Ada))                       | Ada <ada@example.org>
                    # quotes around all of it
                    "Ada Quill <ada@example.org>"                   | Ada Quill <ada@example.org>
                    "<ada@example.org>", B <b@example.org>          | <ada@example.org> B <b@example.org>
                    # groups, routes, schemes
                    Friends(of ours) :a@example.org, b@example.org;(all of them) | <a@example.org> <b@example.org>
                    (to all)(but)Undisclosed recipients :(nobody(known))  ; | Undisclosed recipients <>
                    undisclosed-recipients:;                        | undisclosed-recipients <>
                    Friends: a@example.org, B <b@example.org>;, c@example.org | <a@example.org> B <b@example.org> <c@example.org>
                    one: a@example.org;, two: b@example.org;        | <a@example.org> <b@example.org>
                    one: A <a@example.org>; , two: B <b@example.org>; | A <a@example.org> B <b@example.org>
                    group:;, group2: (foo) ;                        | group <> group2 <>
                    group:;, Quill, Ada <ada@example.org>           | group <> Quill, Ada <ada@example.org>
                    NODE::USER "Jane"                               | NODE::USER Jane <>
                    ada@example.org, NODE::USER (Jane)              | <ada@example.org> Jane <NODE::USER>
                    Ada <@relay.example,@hub.example:ada@example.org> | Ada <ada@example.org>
                    mailto:ada@example.org                          | <ada@example.org>
                    <mailto:ada@example.org>                        | <ada@example.org>
                    joe@[192.0.2.1]                                 | <joe@[192.0.2.1]>
                    joe@[IPv6:2001:db8::1]                          | <joe@[IPv6:2001:db8::1]>
                    # commas that separate nothing
                    Quill, Ada <ada@example.org>                    | Quill, Ada <ada@example.org>
                    Quill, Jr., Ada <ada@example.org>               | Quill, Jr., Ada <ada@example.org>
                    b@example.org, Quill, Ada <ada@example.org>     | <b@example.org> Quill, Ada <ada@example.org>
                    # and what separates without a comma
                    A <a@example.org> B <b@example.org>             | A <a@example.org> B <b@example.org>
                    a@example.org; b@example.org                    | <a@example.org> <b@example.org>
                    # Pipermail and others that hide the sign
                    ada at example.org (Ada Quill)                  | Ada Quill <ada@example.org>
                    ada at example.org                              | <ada@example.org>
                    Ada <ada at example.org>                        | Ada <ada@example.org>
                    Meet at noon                                    | Meet at noon <>
                    Ada Quill at Example                            | Ada Quill at Example <>
                    ada (at) example.org                            | <ada@example.org>
                    a@example.org b@example.org (Ada)               | b@example.org <a@example.org>
                    # missing and superfluous
                    Ada Quill ada@example.org                       | Ada Quill <ada@example.org>
                    Ada Quill <ada@example.org                      | Ada Quill <ada@example.org>
                    Ada <<ada@example.org>>                         | Ada <ada@example.org>
                    Ada <ada@example.org (Ada Quill)                | Ada <ada@example.org>
                    Ada <ada@example.org (Ada Quill)>               | Ada <ada@example.org>
                    Ada < ada @ example.org >                       | Ada <ada@example.org>
                    ada @ example.org                               | <ada@example.org>
                    "Ada Quill <ada@example.org>                    | Ada Quill <ada@example.org>
                    'Ada Quill' <ada@example.org>                   | Ada Quill <ada@example.org>
                    'ada@example.org' <ada@example.org>             | <ada@example.org>
                    "ada@example.org" <ada@example.org>             | <ada@example.org>
                    "ada quill"@example.org                         | <"ada quill"@example.org>
                    Ada <"ada, quill"@example.org>, b@example.org   | Ada <"ada, quill"@example.org> <b@example.org>
                    Ada   Quill   <ada@example.org>                 | Ada Quill <ada@example.org>
                    , ,ada@example.org,,                            | <ada@example.org>
                    root                                            | root <>
                    root (Super User)                               | Super User <root>
                    Ada <>                                          | Ada <>
                    Ada <root>                                      | Ada <root>
                    # encoded words
                    =?utf-8?Q?Ad=C3=A1?= <ada@example.org>          | Adá <ada@example.org>
                    "=?utf-8?Q?Ad=C3=A1?=" <ada@example.org>        | Adá <ada@example.org>
                    =?utf-8?Q?Quill,_Ada?= <ada@example.org>        | Quill, Ada <ada@example.org>
                    =?utf-8?Q?Ada_(home)?= <ada@example.org>        | Ada (home) <ada@example.org>
                    ada@example.org (=?utf-8?B?QWTDoQ==?=)          | Adá <ada@example.org>
                    """)
    void readsHoweverItIsWritten(String header, String expected) {
        assertThat(shown(AddressParser.parse(header))).isEqualTo(expected);
    }

    /** Some lists that Pipermail archives hide addresses so that nobody finds them any more. */
    @ParameterizedTest
    @CsvSource({
        "@d@ @end|ng |rom ex@mp|e@org (Ada Quill), Ada Quill <>",
        "qu||| @end|ng |rom ex@mp|e@org (Ada Quill), Ada Quill <>",
        "bo@ @ending from ex@mple@org (=?utf-8?Q?B=C3=B3?=), Bó <>",
        "bo m@iii@g oii ex@mpie@org (bo m@iii@g oii ex@mpie@org), bo m@iii@g oii ex@mpie@org <>",
    })
    void addressMadeUnreadableIsNone(String header, String expected) {
        assertThat(shown(AddressParser.parse(header))).isEqualTo(expected);
    }

    private static String shown(List<Address> addresses) {
        return addresses.stream()
                .map(a -> (a.name() + " <" + a.email() + ">").strip())
                .collect(Collectors.joining(" "));
    }

    @Test
    void nothingIsNobody() {
        assertThat(AddressParser.parse("")).isEmpty();
        assertThat(AddressParser.parse("  <> ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<", "(", "\"", "\\\"", ",", "a,", "<a,", "=?a", "=?a?q?", "@[", " at ", "a at b ",
                "a@b ", ":", "a:", ";", "<a>", "((a)", "\"a\" ", "x, <", "<\"", ":;,", "::", "::a",
                "a:(b)", "<a(@"
            })
    void hostileHeadersTakeLinearTime(String piece) {
        String header = piece.repeat(1_000_000 / piece.length());
        CpuLimit.within(3, () -> AddressParser.parse(header));
    }
}
