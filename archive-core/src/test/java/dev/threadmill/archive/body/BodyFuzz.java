package dev.threadmill.archive.body;

import dev.threadmill.archive.mail.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Texts as a fuzzer thinks of them: shown whole where they are plain, and harmless always. */
public final class BodyFuzz {

    private static final List<String> TYPES =
            List.of("text/plain", "text/x-patch", "text/html", "text/markdown");

    private BodyFuzz() {}

    /** The first byte chooses the kind of text. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String type = TYPES.get((data[0] & 0xff) % TYPES.size());
        String text = shown(new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
        Html html = Bodies.html(Bodies.text(type, text));
        SafetyTest.check(html);
        if (TYPES.indexOf(type) < 2) {
            List<Element> blocks = Bodies.browse(html).select("pre.body");
            String whole = blocks.stream().map(Element::wholeText).collect(Collectors.joining());
            if (!whole.equals(text.stripTrailing())) {
                throw new AssertionError("shown as '" + whole + "'");
            }
        }
    }

    /** As parts give it: without control characters other than tab and newline. */
    private static String shown(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.isDefined(c) && !(c >= 0xd800 && c < 0xe000))
                .filter(c -> !Character.isBmpCodePoint(c) || !Direction.isTurnedBy((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
