package dev.threadmill.archive.body;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Stands for an image of elsewhere, where a link has nothing else to be seen. */
    private static final String IMAGE = "[image]";

    /** A width or height of no more than one pixel. */
    private static final Pattern UNSEEN = Pattern.compile("\\s*0*[01]\\s*(px)?\\s*");

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
                            "a",
                            "area")
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
                    .allowUrlProtocols(Urls.schemes())
                    .allowUrlProtocols("cid")
                    .allowAttributes("href")
                    .matching((element, attribute, value) -> absolute(value))
                    .onElements("a", "area")
                    // It is not written, but says which of the message's own images is meant.
                    .allowAttributes("src")
                    .onElements("img")
                    .allowAttributes("alt")
                    .onElements("img", "area")
                    .allowAttributes("width", "height")
                    .onElements("img")
                    .allowWithoutAttributes("img")
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

    /** Whether a link is open that has no label so far, and whether it holds an image. */
    private boolean unlabelled;

    private boolean imaged;

    private HtmlText(Map<String, Image> images, Set<String> shown, Elements out) {
        this.images = images;
        this.shown = shown;
        this.out = out;
    }

    /**
     * @param images the images that may be shown, by their Content-ID or Content-Location
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
        String written = url.strip();
        String whole = written.startsWith("//") ? "https:" + written : written;
        return Urls.isAbsolute(whole) ? whole : null;
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
            case "a" -> openLink(value(attributes, "href"));
            case "area" -> area(value(attributes, "href"), value(attributes, "alt"));
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
        boolean id = url.regionMatches(true, 0, "cid:", 0, "cid:".length());
        Image image = images.get(id ? Urls.decode(url.substring("cid:".length())) : url.strip());
        if (image != null) {
            out.image(image.part(), alt.isEmpty() ? image.name() : alt);
            shown.add(image.part());
            unlabelled = false;
        } else if (!alt.isEmpty()) {
            text(alt);
        } else {
            imaged |= !isUnseen(value(attributes, "width"), value(attributes, "height"));
        }
    }

    /** Whether an image only tells its sender that somebody reads, or keeps things apart. */
    private static boolean isUnseen(String width, String height) {
        return UNSEEN.matcher(width).matches() || UNSEEN.matcher(height).matches();
    }

    private void openLink(String target) {
        out.openLink(target);
        unlabelled = !target.isEmpty();
        imaged = false;
    }

    private void closeLink() {
        if (unlabelled && imaged) {
            out.text(IMAGE);
        }
        unlabelled = false;
        out.close("a");
    }

    private void area(String target, String alt) {
        if (!target.isEmpty()) {
            out.openLink(target);
            out.text(alt.isBlank() ? IMAGE : alt);
            out.close("a");
            out.text(" ");
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
        if (name.equals("a")) {
            closeLink();
        } else {
            out.close(name);
        }
    }

    @Override
    public void text(String text) {
        unlabelled &= text.isBlank();
        out.text(text);
    }
}
