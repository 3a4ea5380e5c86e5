package dev.threadmill.archive.render.thread;

import dev.threadmill.archive.mail.Address;
import dev.threadmill.archive.mail.MessageContent;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.render.frame.People;
import dev.threadmill.archive.render.template.View;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** How a message is answered to all whom it names: by git-send-email, and by a mailto: link. */
final class ReplyInstructions {

    /** The bytes that stand for themselves in a mailto: link. */
    private static final boolean[] PLAIN_IN_LINK = plain("-._~!$*:@");

    /** The characters that an argument of a shell may hold without quotes. */
    private static final boolean[] PLAIN_IN_SHELL = plain("_@./,%+-:=");

    private static final String HEX = "0123456789ABCDEF";

    private final People people;

    ReplyInstructions(People people) {
        this.people = people;
    }

    /**
     * What the reply to a message needs. Where addresses are not shown, only its list can be
     * written to.
     *
     * @param mbox the link to the message as a file
     * @param list the posting address of the list
     */
    View.Reply of(MessageId id, MessageContent content, String mbox, String list) {
        if (!people.canBeWrittenTo()) {
            boolean known = !list.isEmpty();
            String link = known ? mailto("", list, List.of(), content.subject()) : "";
            return new View.Reply(false, "", "", List.of(), List.of(), link);
        }
        TreeMap<String, String> all = new TreeMap<>();
        for (List<Address> field :
                List.of(content.from(), content.to(), content.cc(), content.replyTo())) {
            for (Address address : field) {
                String email = people.email(address);
                if (email.indexOf('@') > 0) {
                    all.putIfAbsent(email.toLowerCase(Locale.ROOT), email);
                }
            }
        }
        String first = content.from().isEmpty() ? "" : people.email(content.from().get(0));
        String to = first.isEmpty() ? list : first;
        all.remove(to.toLowerCase(Locale.ROOT));
        List<String> cc = List.copyOf(all.values());
        return new View.Reply(
                true,
                mbox,
                shell(people.text(id.value())),
                first.isEmpty() ? List.of() : List.of(shell(first)),
                cc.stream().map(ReplyInstructions::shell).toList(),
                mailto("<" + id.value() + ">", to, cc, content.subject()));
    }

    private static String mailto(String id, String to, List<String> cc, String subject) {
        if (to.isEmpty()) {
            return "";
        }
        StringBuilder link = new StringBuilder("mailto:");
        percent(link, to);
        if (!id.isEmpty()) {
            link.append("?In-Reply-To=");
            percent(link, id);
        }
        if (!cc.isEmpty()) {
            List<String> encoded = new ArrayList<>();
            for (String address : cc) {
                StringBuilder one = new StringBuilder();
                percent(one, address);
                encoded.add(one.toString());
            }
            link.append("&Cc=").append(String.join(",", encoded));
        }
        link.append(id.isEmpty() ? "?Subject=" : "&Subject=");
        boolean reply = subject.regionMatches(true, 0, "Re:", 0, 3);
        percent(link, reply ? subject : "Re: " + subject);
        return link.toString();
    }

    /** RFC 6068 §2: whatever could mean something in the link is encoded. */
    private static void percent(StringBuilder link, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0 && PLAIN_IN_LINK[b]) {
                link.append((char) b);
            } else {
                link.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
    }

    /** One argument of a POSIX shell: quoted only where it must be. */
    private static String shell(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (c >= PLAIN_IN_SHELL.length || !PLAIN_IN_SHELL[c]) {
                return "'" + argument.replace("'", "'\\''") + "'";
            }
        }
        return argument.isEmpty() ? "''" : argument;
    }

    private static boolean[] plain(String besides) {
        boolean[] plain = new boolean[128];
        for (char c = 0; c < plain.length; c++) {
            plain[c] =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || besides.indexOf(c) >= 0;
        }
        return plain;
    }
}
