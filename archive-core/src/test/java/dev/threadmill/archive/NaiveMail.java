package dev.threadmill.archive;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A message read in the simplest way that does for well-behaved mail, without the code that is
 * tested: for tests that count what real mail holds by other means.
 */
record NaiveMail(Map<String, String> headers, String text) {

    private static final Pattern ID = Pattern.compile("<([^<>\\s]+)>");
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=(?:\\s+(?==\\?))?");

    /** All messages of a compressed mboxrd. */
    static List<NaiveMail> read(Path mbox) throws IOException {
        String all;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(mbox))) {
            all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        List<NaiveMail> mails = new ArrayList<>();
        for (String mail : all.split("(?m)^From mboxrd@z .*\n", -1)) {
            if (!mail.isEmpty()) {
                mails.add(parse(mail.replaceAll("(?m)^>(>*From )", "$1")));
            }
        }
        return mails;
    }

    private static NaiveMail parse(String mail) {
        String[] halves = mail.replace("\r\n", "\n").split("\n\n", 2);
        Map<String, String> headers = headers(halves[0]);
        return new NaiveMail(headers, text(headers, halves.length < 2 ? "" : halves[1]));
    }

    private static Map<String, String> headers(String header) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : header.replaceAll("\n[ \t]+", " ").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                headers.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** The first plain text, decoded. */
    private static String text(Map<String, String> headers, String body) {
        String type = headers.getOrDefault("content-type", "text/plain");
        Matcher boundary = Pattern.compile("(?i)boundary=\"?([^\";]+)").matcher(type);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && boundary.find()) {
            String[] parts = ("\n" + body).split(Pattern.quote("\n--" + boundary.group(1)), -1);
            return Arrays.stream(parts)
                    .skip(1)
                    .map(part -> part.replaceFirst("^\n", "").split("\n\n", 2))
                    .filter(halves -> halves.length == 2)
                    .map(halves -> text(headers(halves[0]), halves[1]))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (!type.toLowerCase(Locale.ROOT).startsWith("text/plain")) {
            return "";
        }
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        String encoding = headers.getOrDefault("content-transfer-encoding", "");
        if (encoding.equalsIgnoreCase("base64")) {
            bytes = Base64.getMimeDecoder().decode(body.strip());
        } else if (encoding.equalsIgnoreCase("quoted-printable")) {
            bytes = unquote(body.replace("=\n", ""));
        }
        return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
    }

    private static byte[] unquote(String text) {
        return Pattern.compile("=([0-9A-F]{2})")
                .matcher(text)
                .replaceAll(
                        m -> Matcher.quoteReplacement("" + (char) Integer.parseInt(m.group(1), 16)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A header with its encoded words read. */
    String header(String name) {
        return WORD.matcher(headers.getOrDefault(name, ""))
                .replaceAll(m -> Matcher.quoteReplacement(word(m.group(1), m.group(2), m.group(3))))
                .replaceAll("\\s+", " ");
    }

    private static String word(String charset, String encoding, String text) {
        byte[] bytes =
                encoding.equalsIgnoreCase("b")
                        ? Base64.getDecoder().decode(text)
                        : unquote(text.replace('_', ' '));
        return new String(bytes, Charset.forName(charset));
    }

    String id() {
        return ids("message-id").stream().findFirst().orElse("");
    }

    /** The ids of References, then those of In-Reply-To that are not among them. */
    List<String> parents() {
        List<String> parents = new ArrayList<>(ids("references"));
        ids("in-reply-to").stream().filter(id -> !parents.contains(id)).forEach(parents::add);
        return parents;
    }

    private List<String> ids(String header) {
        return ID.matcher(headers.getOrDefault(header, ""))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
