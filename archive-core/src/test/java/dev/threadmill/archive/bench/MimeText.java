package dev.threadmill.archive.bench;

import java.nio.charset.StandardCharsets;

/** Puts a body into the forms in which mail travels, each as often as it was met. */
final class MimeText {

    private static final Spread ATTACHED =
            Spread.of(
                    0, 300, 20, 1_300, 40, 2_500, 50, 3_400, 60, 5_000, 70, 6_500, 80, 9_500, 90,
                    32_000, 95, 47_000, 98, 70_000, 99, 200_000, 99.9, 600_000, 100, 1_100_000);

    private static final String[][] FILES = {
        {"text/x-patch; charset=UTF-8", ".patch"},
        {"application/gzip", ".gz"},
        {"image/png", ".png"},
        {"application/octet-stream", ".bin"},
        {"text/plain", ".log"}
    };
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0};

    private final Dice dice;
    private final Text body;
    private final MailList list;

    private MimeText(Dice dice, Text body, MailList list) {
        this.dice = dice;
        this.body = body;
        this.list = list;
    }

    /** The last fields of the header, the blank line, and the body in its form. */
    static void write(Text out, MessageSketch message, Text body, MailList list) {
        new MimeText(message.dice('M'), body, list).write(out);
    }

    private void write(Text out) {
        double share = dice.share();
        if (share < 0.01) {
            signed(out);
        } else if (share < 0.02) {
            attached(out);
        } else if (share < 0.03) {
            alternative(out);
        } else if (share < 0.031) {
            out.line("Content-Type: text/html; charset=utf-8\n");
            html(out);
        } else if (share < 0.052) {
            out.line("Content-Type: text/plain; charset=\"utf-8\"");
            out.line("Content-Transfer-Encoding: base64\n");
            Encodings.base64(out, body);
        } else if (share < 0.139) {
            out.line("Content-Type: text/plain; charset=utf-8");
            out.line("Content-Transfer-Encoding: quoted-printable\n");
            Encodings.quotedPrintable(out, body);
        } else {
            plain(out, share);
            list.footer(out);
        }
    }

    private void plain(Text out, double share) {
        if (share < 0.16) {
            out.line("Content-Type: text/plain; charset=ISO-8859-1");
            out.line("Content-Transfer-Encoding: 8bit\n");
            out.add(body.toString().getBytes(StandardCharsets.ISO_8859_1));
            return;
        }
        boolean ascii = body.isAscii();
        if (!ascii || share < 0.6) {
            out.add("Content-Type: text/plain; charset=").line(ascii ? "us-ascii" : "UTF-8");
            out.add("Content-Transfer-Encoding: ").line(ascii ? "7bit" : "8bit");
        }
        out.add('\n').add(body);
    }

    private String boundary() {
        return "=-=" + new Text().hex(dice, 24);
    }

    private void part(Text out) {
        out.line("Content-Type: text/plain; charset=utf-8");
        out.line("Content-Transfer-Encoding: 8bit\n");
        out.add(body).add('\n');
    }

    private void signed(Text out) {
        String boundary = boundary();
        out.line("Content-Type: multipart/signed; micalg=pgp-sha512;");
        out.line("\tprotocol=\"application/pgp-signature\"; boundary=\"" + boundary + "\"\n");
        out.add("--").line(boundary);
        part(out);
        out.add("--").line(boundary);
        out.line("Content-Type: application/pgp-signature; name=\"signature.asc\"\n");
        out.line("-----BEGIN PGP SIGNATURE-----\n");
        for (int line = 0; line < 11; line++) {
            out.base64(dice, 64).add('\n');
        }
        out.add('=').base64(dice, 4).line("\n-----END PGP SIGNATURE-----");
        out.add("--").add(boundary).line("--");
    }

    private void attached(Text out) {
        String boundary = boundary();
        out.line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n");
        out.add("--").line(boundary);
        part(out);
        for (int files = dice.chance(0.2) ? 2 : 1; files > 0; files--) {
            out.add("--").line(boundary);
            String[] file = dice.pick(FILES);
            String name = Words.invent(dice, 3) + file[1];
            out.add("Content-Type: ").add(file[0]).add("; name=\"").add(name).line("\"");
            out.add("Content-Disposition: attachment; filename=\"").add(name).line("\"");
            out.line("Content-Transfer-Encoding: base64\n");
            Encodings.base64(out, content(file[1], dice.of(ATTACHED)));
        }
        out.add("--").add(boundary).line("--");
    }

    private Text content(String extension, int length) {
        Text content = new Text();
        if (extension.equals(".patch") || extension.equals(".log")) {
            Words.prose(content, dice, 1 + length / 45, false);
            return content;
        }
        content.add(extension.equals(".png") ? PNG : extension.equals(".gz") ? GZIP : new byte[0]);
        while (content.length() < length) {
            content.add((int) dice.next());
        }
        return content;
    }

    private void alternative(Text out) {
        String boundary = boundary();
        out.line("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\n");
        out.add("--").line(boundary);
        part(out);
        out.add("--").line(boundary);
        out.line("Content-Type: text/html; charset=\"utf-8\"\n");
        html(out);
        out.add("--").add(boundary).line("--");
    }

    private void html(Text out) {
        out.line("<html><head><style>p { margin: 0 }</style></head><body dir=\"ltr\">");
        for (int at = 0; at < body.length(); ) {
            int end = body.lineEnd(at);
            out.add(at < end && body.at(at) == '>' ? "<p class=\"gmail_quote\">" : "<p>");
            for (int i = at; i < end; i++) {
                switch (body.at(i)) {
                    case '<' -> out.add("&lt;");
                    case '>' -> out.add("&gt;");
                    case '&' -> out.add("&amp;");
                    default -> out.add(body.at(i));
                }
            }
            out.line("<br></p>");
            at = end + 1;
        }
        out.line("</body></html>");
    }
}
