package dev.threadmill.archive.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Which commits a public-inbox ends at, and begins at where it is shallow: {@code place tip start
 * …}, a line for each epoch. Commits never change, so this says all that is in it.
 */
final class InboxVersion {

    private InboxVersion() {}

    static String of(List<InboxEpoch> epochs) {
        List<String> lines = new ArrayList<>();
        try {
            for (InboxEpoch epoch : epochs) {
                TreeSet<String> starts = new TreeSet<>();
                epoch.repository()
                        .getObjectDatabase()
                        .getShallowCommits()
                        .forEach(commit -> starts.add(commit.name()));
                String from = starts.isEmpty() ? "" : " " + String.join(" ", starts);
                lines.add(epoch.place() + "\t" + epoch.tip().name() + from);
            }
        } catch (IOException e) {
            return ""; // which reading will tell
        }
        return String.join("\n", lines);
    }

    /**
     * What an inbox has grown by since an earlier version: for each epoch the commit that was its
     * last; zero for an epoch that was not there.
     *
     * @return empty when other things may have changed as well
     */
    static Optional<List<ObjectId>> tips(String version, List<InboxEpoch> epochs) {
        Map<String, String> before = new HashMap<>();
        String[] lines = version.split("\n", -1);
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab < 0 || line.indexOf(' ', tab) > 0) {
                return Optional.empty();
            }
            before.put(line.substring(0, tab), line.substring(tab + 1));
        }
        List<ObjectId> tips = new ArrayList<>();
        for (InboxEpoch epoch : epochs) {
            String tip = before.remove(epoch.place());
            if (tip == null && tips.size() < lines.length) {
                return Optional.empty();
            }
            tips.add(tip == null ? ObjectId.zeroId() : ObjectId.fromString(tip));
            // Only the last epoch grows; a message is not put between others.
            boolean last = tips.size() >= lines.length;
            if (!last && !epoch.tip().equals(tips.get(tips.size() - 1))) {
                return Optional.empty();
            }
        }
        return before.isEmpty() ? Optional.of(tips) : Optional.empty();
    }
}
