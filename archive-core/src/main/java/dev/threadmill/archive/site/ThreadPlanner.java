package dev.threadmill.archive.site;

import dev.threadmill.archive.mail.Message;
import dev.threadmill.archive.mail.MessageId;
import dev.threadmill.archive.thread.MailThread;
import dev.threadmill.archive.thread.ThreadNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans what each list makes of one thread. */
final class ThreadPlanner {

    private ThreadPlanner() {}

    static PlannedThread plan(int index, MailThread thread) {
        return new PlannedThread(index, thread, inLists(thread));
    }

    private static List<PlannedThread.InList> inLists(MailThread thread) {
        Map<Integer, Map<MessageId, Integer>> firstReplies = new TreeMap<>();
        for (ThreadNode node : thread.nodes()) {
            for (Message message : node.messages()) {
                Map<MessageId, Integer> replies =
                        firstReplies.computeIfAbsent(message.list(), list -> new HashMap<>());
                if (!message.references().isEmpty()) {
                    replies.merge(message.references().get(0), message.number(), Math::min);
                }
            }
        }
        List<PlannedThread.InList> lists = new ArrayList<>();
        firstReplies.forEach(
                (list, replies) ->
                        lists.add(
                                new PlannedThread.InList(list, redirects(thread, list, replies))));
        return lists;
    }

    /**
     * The ids of messages that have stood on top: that came in after a reply whose references begin
     * with them, or name no parent themselves, so that only what others said put one above them.
     */
    private static List<MessageId> redirects(
            MailThread thread, int list, Map<MessageId, Integer> firstReplies) {
        List<MessageId> once = new ArrayList<>();
        for (ThreadNode node : thread.nodes().subList(1, thread.nodes().size())) {
            Integer reply = firstReplies.get(node.id());
            List<Message> here = node.messagesIn(list);
            if (here.isEmpty()) {
                continue;
            }
            boolean late = reply != null && here.get(0).number() > reply;
            if (late || here.get(0).references().isEmpty()) {
                once.add(node.id());
            }
        }
        return once;
    }
}
