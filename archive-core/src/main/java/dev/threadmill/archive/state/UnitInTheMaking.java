package dev.threadmill.archive.state;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.mail.Problem;
import dev.threadmill.archive.output.FileGroup;
import dev.threadmill.archive.site.SiteUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a unit writes, mentions and finds while it is made. For one thread. */
final class UnitInTheMaking {

    private final SiteUnit unit;
    private final FileGroup files;
    private final Set<MessageId> mentions = new LinkedHashSet<>();

    /** By key, where a message stands among the unit's; filled when first wanted. */
    private final Map<Long, Integer> places = new HashMap<>();

    /** By message; a message that is read twice has the same problems. */
    private final Map<Integer, List<Finding>> inMessages = new LinkedHashMap<>();

    private final Set<Finding> others = new LinkedHashSet<>();

    UnitInTheMaking(SiteUnit unit, FileGroup files) {
        this.unit = unit;
        this.files = files;
    }

    FileGroup files() {
        return files;
    }

    void mention(MessageId id) {
        if (!unit.isInput(id)) {
            mentions.add(id);
        }
    }

    void problem(Problem problem) {
        others.add(new Finding(Finding.NONE, problem));
    }

    /** Messages of other units are left to those. */
    void problems(Message message, List<Problem> problems) {
        if (places.isEmpty()) {
            List<Message> messages = unit.messages();
            for (int i = 0; i < messages.size(); i++) {
                places.put(messages.get(i).key(), i);
            }
        }
        Integer place = places.get(message.key());
        if (place != null) {
            List<Finding> findings = new ArrayList<>();
            problems.forEach(problem -> findings.add(Finding.in(place, message, problem)));
            inMessages.put(place, findings);
        }
    }

    /** All that is to be remembered of it. */
    RememberedUnit done(byte[] finds) {
        List<Finding> findings = new ArrayList<>();
        inMessages.values().forEach(findings::addAll);
        findings.addAll(others);
        List<MessageId> mentioned = List.copyOf(mentions);
        return new RememberedUnit(mentioned, unit.links(mentioned), new int[0], findings, finds);
    }
}
