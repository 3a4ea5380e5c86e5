package dev.threadmill.archive.source;

import java.util.List;

/** What the name of a file in a Maildir tells: {@code 1610000000.M20046P21.host,S=4542:2,RS}. */
final class MaildirName {

    /** 2001-09-09: names from before the format, or from programs that only count, have less. */
    private static final int DIGITS_OF_A_TIME = 10;

    /** Windows has no colon in names; programs there take one of the others. */
    private static final List<String> FLAGS = List.of(":2,", ";2,", "!2,");

    private MaildirName() {}

    /** When the file was delivered, in seconds since 1970; {@link RawMessage#UNKNOWN} if unsaid. */
    static long delivered(String name) {
        int dot = name.indexOf('.');
        if (dot != DIGITS_OF_A_TIME) {
            return RawMessage.UNKNOWN;
        }
        for (int i = 0; i < dot; i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return RawMessage.UNKNOWN;
            }
        }
        return Long.parseLong(name, 0, dot, 10);
    }

    /** The name without its flags. */
    static String unique(String name) {
        for (String info : FLAGS) {
            int flags = name.lastIndexOf(info);
            if (flags >= 0) {
                return name.substring(0, flags);
            }
        }
        return name;
    }

    /** Whether its owner threw it away, or has not sent it yet. */
    static boolean isTrashOrDraft(String name) {
        for (String info : FLAGS) {
            int flags = name.lastIndexOf(info);
            if (flags >= 0) {
                String set = name.substring(flags + info.length());
                return set.contains("T") || set.contains("D");
            }
        }
        return false;
    }
}
