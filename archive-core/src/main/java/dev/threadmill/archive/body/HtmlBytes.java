package dev.threadmill.archive.body;

import dev.threadmill.archive.body.Html.Anchor;
import dev.threadmill.archive.body.Html.AttachmentLink;
import dev.threadmill.archive.body.Html.Hole;
import dev.threadmill.archive.body.Html.LinkTo;
import dev.threadmill.archive.mail.MessageId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** {@link Html} as bytes: the runs, then each hole as the distance from its predecessor. */
final class HtmlBytes {

    private static final int ANCHOR = 0;
    private static final int ATTACHMENT = 1;
    private static final int LINK = 2;

    /** A link whose label is also what stands there without it: most of them. */
    private static final int LINK_OR_LABEL = 3;

    private HtmlBytes() {}

    static byte[] write(Html html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(html.runs.length + 64);
        bytes(out, html.runs);
        number(out, html.holes.length);
        int from = 0;
        for (int i = 0; i < html.holes.length; i++) {
            number(out, html.places[i] - from);
            from = html.places[i];
            hole(out, html.holes[i]);
        }
        return out.toByteArray();
    }

    private static void hole(ByteArrayOutputStream out, Hole hole) {
        if (hole instanceof Anchor anchor) {
            out.write(ANCHOR);
            string(out, anchor.name());
        } else if (hole instanceof AttachmentLink link) {
            out.write(ATTACHMENT);
            string(out, link.part());
        } else if (hole instanceof LinkTo link) {
            boolean same = link.label().equals(link.otherwise());
            out.write(same ? LINK_OR_LABEL : LINK);
            string(out, link.id().value());
            string(out, link.label());
            if (!same) {
                string(out, link.otherwise());
            }
        }
    }

    static Html read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] runs = bytes(in);
        int count = number(in);
        int[] places = new int[count];
        Hole[] holes = new Hole[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            from += number(in);
            places[i] = from;
            holes[i] = hole(in);
        }
        return new Html(runs, places, holes);
    }

    private static Hole hole(ByteBuffer in) {
        int kind = in.get();
        String first = string(in);
        if (kind == ANCHOR) {
            return new Anchor(first);
        }
        if (kind == ATTACHMENT) {
            return new AttachmentLink(first);
        }
        String label = string(in);
        String otherwise = kind == LINK ? string(in) : label;
        return new LinkTo(new MessageId(first), label, otherwise);
    }

    private static void string(ByteArrayOutputStream out, String string) {
        bytes(out, string.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static String string(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[number(in)];
        in.get(bytes);
        return bytes;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    private static void number(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest >= 0x80) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static int number(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.get();
            number |= (b & 0x7f) << shift;
            if (b >= 0) {
                return number;
            }
        }
    }
}
