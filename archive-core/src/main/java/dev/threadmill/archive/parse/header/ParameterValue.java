package dev.threadmill.archive.parse.header;

import dev.threadmill.archive.parse.decode.Rfc2231;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A Content-Type or Content-Disposition: its value, and its parameters with RFC 2231's
 * continuations joined in the order of their numbers. Where a parameter comes twice, the first one
 * counts, and the extended form ({@code name*}) before the plain one.
 */
public final class ParameterValue {

    private final String value;
    private final Map<String, String> parameters;

    private ParameterValue(String value, Map<String, String> parameters) {
        this.value = value;
        this.parameters = parameters;
    }

    /** Reads an unfolded field; nothing is too broken to be read. */
    public static ParameterValue parse(String field) {
        return new Scanner(field).scan();
    }

    /** What stands before the parameters, in lower case: {@code text/plain}. */
    public String value() {
        return value;
    }

    /** The parameter of this name; empty without one. */
    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static final class Scanner {

        private final String field;
        private final Map<String, String> plain = new HashMap<>();
        private final Map<String, SortedMap<Integer, Rfc2231.Segment>> extended = new HashMap<>();
        private int at;

        Scanner(String field) {
            this.field = field;
        }

        ParameterValue scan() {
            // A blank ends it too: "text/plain charset=utf-8" is common.
            String value = token("; \t,").toLowerCase(Locale.ROOT);
            while (at < field.length()) {
                at++;
                String name = token(";=").toLowerCase(Locale.ROOT);
                if (at < field.length() && field.charAt(at) == '=') {
                    at++;
                    put(name, value());
                }
            }
            extended.forEach((name, segments) -> plain.put(name, Rfc2231.join(segments)));
            return new ParameterValue(value, plain);
        }

        private void put(String name, String value) {
            int star = name.indexOf('*');
            if (star <= 0) {
                plain.putIfAbsent(name, value);
                return;
            }
            boolean encoded = name.endsWith("*");
            String digits = name.substring(star + 1, Math.max(star + 1, name.length() - 1));
            String number = encoded ? digits : name.substring(star + 1);
            int order = Rfc2231.number(number);
            if (order >= 0) {
                extended.computeIfAbsent(name.substring(0, star), n -> new TreeMap<>())
                        .putIfAbsent(order, new Rfc2231.Segment(value, encoded));
            }
        }

        /** Text up to one of these characters, without comments and blanks around it. */
        private String token(String ends) {
            int start = at;
            while (at < field.length() && ends.indexOf(field.charAt(at)) < 0) {
                at++;
            }
            return withoutComment(field.substring(start, at)).strip();
        }

        private String value() {
            while (at < field.length() && field.charAt(at) <= ' ') {
                at++;
            }
            if (at == field.length() || field.charAt(at) != '"') {
                return token(";");
            }
            StringBuilder quoted = new StringBuilder();
            at++;
            while (at < field.length() && field.charAt(at) != '"') {
                char c = field.charAt(at);
                boolean pair =
                        c == '\\'
                                && at + 1 < field.length()
                                && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
                // A backslash before anything else was meant: "C:\notes.txt".
                at += pair ? 1 : 0;
                quoted.append(field.charAt(at++));
            }
            token(";");
            return quoted.toString();
        }

        /** {@code us-ascii (Plain text)} without what is in brackets at its end. */
        private static String withoutComment(String token) {
            String stripped = token.strip();
            int open = stripped.endsWith(")") ? stripped.lastIndexOf('(') : -1;
            return open < 0 ? stripped : stripped.substring(0, open);
        }
    }
}
