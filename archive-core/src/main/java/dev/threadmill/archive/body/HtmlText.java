package dev.threadmill.archive.body;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * Writes the HTML of mail: its text and structure, without its looks, and without anything that
 * would be fetched from elsewhere when a page is read. Images are shown when the message brought
 * them along.
 */
final class HtmlText implements HtmlStreamEventReceiver {

    private static final int MOST_SPANNED = 100;

    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "div",
                            "br",
                            "hr",
                            "wbr",
                            "pre",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "dl",
                            "dt",
                            "dd",
                            "table",
                            "caption",
                            "thead",
                            "tbody",
                            "tfoot",
                            "tr",
                            "td",
                            "th",
                            "b",
                            "i",
                            "em",
                            "strong",
                            "u",
                            "s",
                            "del",
                            "ins",
                            "sub",
                            "sup",
                            "code",
                            "kbd",
                            "samp",
                            "var",
                            "cite",
                            "q",
                            "small",
                            "abbr",
                            "bdi",
                            "img",
                            "a")
                    // The page has its own headings above these.
                    .allowElements((name, attributes) -> "h4", "h1", "h2", "h3", "h4")
                    .allowElements((name, attributes) -> "h5", "h5")
                    .allowElements((name, attributes) -> "h6", "h6")
                    .allowElements(
                            (name, attributes) -> "div",
                            "address",
                            "article",
                            "aside",
                            "center",
                            "details",
                            "figcaption",
                            "figure",
                            "footer",
                            "header",
                            "hgroup",
                            "main",
                            "nav",
                            "section",
                            "summary")
                    .allowElements((name, attributes) -> "s", "strike")
                    // What turns characters around, as bdo does, only stands apart.
                    .allowElements((name, attributes) -> "bdi", "bdo", "span")
                    .allowElements(
                            (name, attributes) -> attributes.isEmpty() ? null : "div",
                            "html",
                            "body")
                    .allowAttributes("dir")
                    .matching((element, attribute, value) -> direction(value))
                    .globally()
                    .allowElements((name, attributes) -> "code", "tt")
                    .allowUrlProtocols("http", "https", "mailto", "cid")
                    .allowAttributes("href")
                    .matching((element, attribute, value) -> absolute(value))
                    .onElements("a")
                    .allowAttributes("src")
                    .matching((element, attribute, value) -> contentId(value))
                    .onElements("img")
                    .allowAttributes("alt")
                    .onElements("img")
                    .allowAttributes("colspan", "rowspan")
                    .matching((element, attribute, value) -> span(value))
                    .onElements("td", "th")
                    .allowAttributes("start")
                    .matching((element, attribute, value) -> start(value))
                    .onElements("ol")
                    .toFactory();

    /** An attached image: its part, and what it is called. */
    record Image(String part, String name) {}

    private final Elements out;
    private final Map<String, Image> images;
    private final Set<String> shown;

    private HtmlText(Map<String, Image> images, Set<String> shown, Elements out) {
        this.images = images;
        this.shown = shown;
        this.out = out;
    }

    /**
     * @param images the images that may be shown, by their Content-ID
     * @param shown where the parts are noted that were
     */
    static void write(String html, Map<String, Image> images, Set<String> shown, Elements out) {
        HtmlText receiver = new HtmlText(images, shown, out);
        String read = HtmlSource.asBrowsersReadIt(html);
        HtmlSanitizer.sanitize(
                read, POLICY.apply(receiver), next -> new ApartFields(new ShallowHtml(next)));
        out.closeAll();
    }

    private static @Nullable String absolute(String url) {
        return Urls.isAbsolute(url.strip()) ? url.strip() : null;
    }

    private static @Nullable String contentId(String url) {
        return url.regionMatches(true, 0, "cid:", 0, 4) ? url : null;
    }

    /** In which direction text reads. */
    private static @Nullable String direction(String value) {
        String direction = value.strip().toLowerCase(Locale.ROOT);
        return DIRECTIONS.contains(direction) ? direction : null;
    }

    /** Where a list begins to count. */
    private static @Nullable String start(String value) {
        return isNumber(value, 6) ? value : null;
    }

    /** A cell over a million columns is an attack on the browser. */
    private static @Nullable String span(String value) {
        int number = isNumber(value, 3) ? Integer.parseInt(value) : 0;
        return number > 0 && number <= MOST_SPANNED ? value : null;
    }

    /** Whether it is at least one digit, at most so many, and nothing else. */
    private static boolean isNumber(String value, int longest) {
        return !value.isEmpty()
                && value.length() <= longest
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        String direction = attribute("dir", attributes);
        switch (name) {
            case "br", "hr", "wbr" -> out.empty(name);
            case "img" -> image(attributes);
            case "a" -> out.openLink(value(attributes, "href"));
            case "td", "th" ->
                    out.openCell(
                            name,
                            direction,
                            span(attributes, "colspan"),
                            span(attributes, "rowspan"));
            case "ol" -> out.open(name, attribute("start", attributes) + direction);
            default -> out.open(name, direction);
        }
    }

    /** As it is written, if it is there; its value needs no escape. */
    private static String attribute(String name, List<String> attributes) {
        String value = value(attributes, name);
        return value.isEmpty() ? "" : " " + name + "=\"" + value + "\"";
    }

    private void image(List<String> attributes) {
        String url = value(attributes, "src");
        String alt = value(attributes, "alt");
        Image image = url.length() < 4 ? null : images.get(Urls.decode(url.substring(4)));
        if (image != null) {
            out.image(image.part(), alt.isEmpty() ? image.name() : alt);
            shown.add(image.part());
        } else {
            out.text(alt);
        }
    }

    private static int span(List<String> attributes, String name) {
        String value = value(attributes, name);
        return value.isEmpty() ? 1 : Integer.parseInt(value);
    }

    /** Names and values stand in turn. */
    private static String value(List<String> attributes, String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    @Override
    public void closeTag(String name) {
        out.close(name);
    }

    @Override
    public void text(String text) {
        out.text(text);
    }
}
