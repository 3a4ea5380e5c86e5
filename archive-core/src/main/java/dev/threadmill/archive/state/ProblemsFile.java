package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Account;
import dev.threadmill.archive.mail.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * The accounts of the last build as JSON lines, one object each: {@code list}, {@code number},
 * {@code place}, {@code id}, {@code what} became of it, {@code of} which other one, {@code why},
 * and {@code problems} with {@code severity} and {@code sentence}. Fields without a value are left
 * out. For people and their tools; no build reads it.
 */
final class ProblemsFile {

    private final Path file;

    ProblemsFile(Path file) {
        this.file = file;
    }

    /** Replaces what is there, all at once. */
    void write(List<Account> accounts) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
            for (Account account : accounts) {
                out.append(line(account)).append('\n');
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static StringBuilder line(Account account) {
        StringBuilder json = new StringBuilder();
        text(json.append('{'), "list", account.list());
        account.number().ifPresent(number -> json.append(",\"number\":").append(number));
        text(json.append(','), "place", account.place());
        account.id().ifPresent(id -> text(json.append(','), "id", id.value()));
        text(json.append(','), "what", word(account.outcome()));
        if (!account.of().isEmpty()) {
            text(json.append(','), "of", account.of());
        }
        if (!account.why().isEmpty()) {
            text(json.append(','), "why", account.why());
        }
        json.append(",\"problems\":[");
        String comma = "";
        for (Problem problem : account.problems()) {
            text(json.append(comma).append('{'), "severity", word(problem.severity()));
            text(json.append(','), "sentence", problem.sentence());
            json.append('}');
            comma = ",";
        }
        return json.append("]}");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void text(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029' || isHalf(value, i)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    /** A surrogate without its partner, which UTF-8 cannot write. */
    private static boolean isHalf(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }
}
