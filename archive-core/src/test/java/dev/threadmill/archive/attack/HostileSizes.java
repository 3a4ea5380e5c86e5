package dev.threadmill.archive.attack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Hostile mail whose weapon is its size, its depth or its bytes. */
final class HostileSizes {

    private static final String RUN = "<script>alert(1)</script>";

    private HostileSizes() {}

    static Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>();
        headers(all);
        texts(all);
        markup(all);
        structures(all);
        bytes(all);
        paths(all);
        thread(all);
        return all;
    }

    private static void headers(Map<String, byte[]> all) {
        add(all, "size-subject-of-a-megabyte", "Subject: " + RUN.repeat(40_000) + "\n", "x\n");
        add(all, "size-headers-twenty-thousand", numbered("X-%d: " + RUN + "\n", 20_000), "x\n");
        String people = numbered("\"<b>%1$d\" <p%1$d@example.org>,\n ", 5_000) + "z@example.org\n";
        add(all, "size-to-five-thousand", "To: " + people, "x\n");
        add(all, "size-cc-of-commas", "Cc: " + ",".repeat(200_000) + "\n", "x\n");
        add(all, "size-from-of-brackets", "From: " + "<(\"".repeat(50_000) + "\n", "x\n");
        String ghosts = numbered("<ghost-%d@example.org>\n ", 300);
        add(all, "size-references-three-hundred", "References: " + ghosts + "\n", "x\n");
        add(all, "size-encoded-words-half", "Subject: " + "=?a".repeat(200_000) + "\n", "x\n");
        add(all, "size-encoded-words", "Subject: " + "=?utf-8?Q?=3C?= ".repeat(20_000), "\nx\n");
        add(all, "size-date-of-digits", "Date: " + "1".repeat(100_000) + "\n", "x\n");
        add(all, "size-received-of-semicolons", "Received: " + ";(".repeat(100_000) + "\n", "x\n");
        String parameters = numbered("; p%1$d*%1$d*=%%41", 5_000);
        add(all, "size-parameters", "Content-Type: text/plain" + parameters + "\n", "x\n");
    }

    private static void texts(Map<String, byte[]> all) {
        text(all, "size-text-of-less-than", "<".repeat(500_000));
        text(all, "size-text-of-ats", "a@".repeat(250_000));
        text(all, "size-text-of-schemes", "http://".repeat(70_000));
        text(all, "size-text-of-ids", "<a@b>".repeat(50_000));
        text(all, "size-text-of-dots", "www." + ".a".repeat(200_000));
        text(all, "size-quote-levels", ">".repeat(20_000) + " deep\n" + "> ".repeat(5_000) + "x\n");
        text(
                all,
                "size-quote-steps",
                IntStream.range(0, 1_500)
                        .mapToObj(">"::repeat)
                        .collect(Collectors.joining(" " + RUN + "\n")));
        text(all, "size-signatures", "-- \n".repeat(50_000));
        text(all, "size-hunks", "--- a/x\n+++ b/x\n" + "@@ -1 +1 @@\n-a\n+b\n".repeat(20_000));
        text(all, "size-diffs", numbered("diff --git a/%1$d b/%1$d\n", 20_000));
        text(all, "size-bidi", "\u202e\u2067\u2068".repeat(50_000));
        text(all, "size-combining-marks", "x" + "\u0489\u0351".repeat(100_000));
    }

    private static void markup(Map<String, byte[]> all) {
        html(all, "size-html-depth", "<div>".repeat(50_000) + RUN);
        html(all, "size-html-formatting", "<b><i><a href=x:><font>".repeat(10_000) + RUN);
        html(all, "size-html-tables", "<table><tr><td>".repeat(5_000) + RUN);
        html(all, "size-html-unclosed-tags", "<a ".repeat(100_000));
        html(all, "size-html-unclosed-comments", "<!--".repeat(100_000) + RUN);
        html(all, "size-html-attributes", "<p " + numbered("a%d=x ", 50_000) + ">" + RUN);
        html(all, "size-html-entities", "&#x3c;".repeat(100_000) + "&".repeat(100_000));
        markdown(all, "size-markdown-brackets", "[".repeat(20_000) + "]".repeat(20_000));
        markdown(all, "size-markdown-links", "[a](".repeat(20_000) + "<x".repeat(20_000));
        markdown(all, "size-markdown-emphasis", "*a_ **b ".repeat(10_000));
        markdown(all, "size-markdown-quotes", "> ".repeat(5_000) + RUN);
        markdown(all, "size-markdown-lists", "- ".repeat(5_000) + RUN);
        markdown(all, "size-markdown-backticks", ticks());
        markdown(all, "size-markdown-references", numbered("[%1$d]: javascript:%1$d\n", 10_000));
    }

    private static String ticks() {
        return IntStream.range(1, 600).mapToObj("`"::repeat).collect(Collectors.joining("x"));
    }

    private static void structures(Map<String, byte[]> all) {
        StringBuilder nest = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            nest.append(
                    "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
        }
        String first = "Content-Type: multipart/mixed; boundary=b0\n";
        add(all, "size-multipart-depth", first, nest + "--b3000\n\n" + RUN + "\n");
        String part = "--b0\nContent-Type: text/html; name=\"../%d.html\"\n\n" + RUN + "\n";
        add(all, "size-parts", first, numbered(part, 3_000) + "--b0--\n");
        String inner = "Content-Type: message/rfc822\n\n";
        add(
                all,
                "size-messages-nested",
                inner.substring(0, inner.length() - 1),
                inner.repeat(2_000) + "Subject: " + RUN + "\n\n" + RUN + "\n");
        add(
                all,
                "size-boundary",
                "Content-Type: multipart/mixed; boundary=\"" + "b".repeat(50_000) + "\"\n",
                "--" + "b".repeat(50_000) + "\n\n" + RUN + "\n");
        String name = "../".repeat(20_000) + RUN;
        add(
                all,
                "size-file-name",
                "Content-Type: application/octet-stream\n"
                        + "Content-Disposition: attachment; filename=\""
                        + name
                        + "\"\n",
                "x\n");
        add(
                all,
                "size-base64-garbage",
                "Content-Transfer-Encoding: base64\n",
                "=A*".repeat(50_000) + "\n");
        add(
                all,
                "size-quoted-printable-garbage",
                "Content-Transfer-Encoding: quoted-printable\n",
                "=3=\n=X=".repeat(50_000) + "\n");
    }

    private static void bytes(Map<String, byte[]> all) {
        ByteArrayOutputStream every = new ByteArrayOutputStream();
        for (int round = 0; round < 4; round++) {
            for (int b = 0; b < 256; b++) {
                every.write(b);
                every.writeBytes("<b>".getBytes(StandardCharsets.UTF_8));
            }
        }
        for (String charset : new String[] {"utf-8", "windows-1252", "us-ascii", "x-unknown"}) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(
                    head(
                            "bytes-all-as-" + charset,
                            "Content-Type: text/plain; charset=" + charset + "\n"));
            message.writeBytes(every.toByteArray());
            all.put("bytes-all-as-" + charset, message.toByteArray());
        }
        StringBuilder plane = new StringBuilder();
        for (char c = 0; c < 0xd800; c++) {
            plane.append(c);
        }
        text(all, "bytes-all-letters", plane.toString());
    }

    private static void paths(Map<String, byte[]> all) {
        id(all, "id-of-180-bytes", "x".repeat(168) + "@example.org");
        id(all, "id-of-181-bytes", "x".repeat(169) + "@example.org");
        id(all, "id-of-300-bytes", "x".repeat(288) + "@example.org");
        id(all, "id-of-300-bytes-in-folders", "xxxxx/".repeat(48) + "@example.org");
        id(all, "id-of-100000-bytes", "\"><script>".repeat(10_000) + "@example.org");
        id(all, "id-of-faces", "\ud83d\ude00".repeat(60) + "@example.org");
    }

    private static void id(Map<String, byte[]> all, String name, String id) {
        all.put(
                name,
                ("From: Mallory <mallory@example.org>\nSubject: "
                                + name
                                + "\nDate: Fri, 01 Mar 2024 10:00:00 +0000\nMessage-ID: <"
                                + id
                                + ">\n\nx\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A thread of more than one page, each message with a subject of its own. */
    private static void thread(Map<String, byte[]> all) {
        for (int i = 0; i < 210; i++) {
            String reply = i == 0 ? "" : "In-Reply-To: <long-%d@example.org>\n".formatted(i - 1);
            String subject = "Subject: %d %s \"><img src=x: onerror=alert(1)>\n".formatted(i, RUN);
            String name = "long-%d".formatted(i);
            all.put(name, body(name, reply + subject, "> " + RUN + "\n\n" + RUN + "\n"));
        }
    }

    private static String numbered(String pattern, int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(pattern.formatted(i));
        }
        return all.toString();
    }

    private static void text(Map<String, byte[]> all, String name, String body) {
        add(all, name, "Content-Type: text/plain; charset=utf-8\n", body + "\n");
    }

    private static void html(Map<String, byte[]> all, String name, String body) {
        add(all, name, "Content-Type: text/html; charset=utf-8\n", body + "\n");
    }

    private static void markdown(Map<String, byte[]> all, String name, String body) {
        add(all, name, "Content-Type: text/markdown; charset=utf-8\n", body + "\n");
    }

    private static void add(Map<String, byte[]> all, String name, String headers, String body) {
        all.put(name, body(name, headers, body));
    }

    private static byte[] body(String name, String headers, String body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head(name, headers));
        message.writeBytes(body.getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    private static byte[] head(String name, String headers) {
        String from = headers.startsWith("From:") ? "" : "From: Mallory <mallory@example.org>\n";
        String subject = headers.contains("Subject:") ? "" : "Subject: " + name + "\n";
        return (from
                        + subject
                        + "Date: Sat, 02 Mar 2024 10:00:00 +0000\nMessage-ID: <"
                        + name
                        + "@example.org>\n"
                        + headers
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
