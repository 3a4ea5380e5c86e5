package dev.threadmill.archive.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds which series are versions of one work: by change-id, by the same title and sender with a
 * rising version, or because one was sent in answer to the other.
 */
final class SeriesVersions {

    private static final Comparator<PatchSeries> BY_TIME =
            Comparator.comparingLong(PatchSeries::sent).thenComparingInt(PatchSeries::index);

    private final List<PatchSeries> all;

    /** For each series, one nearer to the first of its work: a forest of sets that agree. */
    private final int[] towards;

    /** For each series, the one it was sent in answer to as a newer version of it; or -1. */
    private final int[] answered;

    private SeriesVersions(List<PatchSeries> all) {
        this.all = all;
        this.towards = new int[all.size()];
        this.answered = new int[all.size()];
        for (int i = 0; i < towards.length; i++) {
            towards[i] = i;
            answered[i] = -1;
        }
    }

    /**
     * Gathers versions.
     *
     * @param all every series, by index
     * @return by index, the versions of its work around it, oldest first; empty where there is no
     *     other
     */
    static List<List<PatchPlan.Version>> of(List<PatchSeries> all) {
        SeriesVersions versions = new SeriesVersions(all);
        versions.byChangeId();
        versions.byTitle();
        versions.byAnswer();
        return versions.gather();
    }

    private void byChangeId() {
        Map<String, Integer> first = new HashMap<>();
        for (PatchSeries series : all) {
            if (!series.changeId().isEmpty()) {
                join(
                        series.index(),
                        first.computeIfAbsent(series.changeId(), id -> series.index()));
            }
        }
    }

    private record Name(String title, String author) {}

    /** Title and sender, or null where either is missing and nothing could be said by it. */
    private static @Nullable Name name(PatchSeries series) {
        String title = series.title().toLowerCase(Locale.ROOT).replaceAll("\\s++", " ");
        String author = series.author().identity();
        return title.isEmpty() || author.isEmpty() ? null : new Name(title, author);
    }

    /**
     * Of one title and sender, a higher version goes on with the work; the same or a lower one is
     * new work, as when somebody sends a patch called "update translations" every month.
     */
    private void byTitle() {
        Map<Name, PatchSeries> last = new HashMap<>();
        List<PatchSeries> byTime = new ArrayList<>(all);
        byTime.sort(BY_TIME);
        for (PatchSeries series : byTime) {
            Name name = name(series);
            PatchSeries before = name == null ? null : last.put(name, series);
            if (before != null && before.version() < series.version()) {
                join(series.index(), before.index());
            }
        }
    }

    private void byAnswer() {
        for (PatchSeries series : all) {
            if (series.answers() < 0) {
                continue;
            }
            PatchSeries former = all.get(series.index() - series.place() + series.answers());
            boolean sameSender = series.author().identity().equals(former.author().identity());
            boolean sameTitle = series.title().equalsIgnoreCase(former.title());
            if (former.version() < series.version() && (sameSender || sameTitle)) {
                answered[series.index()] = former.index();
                join(series.index(), former.index());
            }
        }
    }

    private void join(int one, int other) {
        int a = root(one);
        int b = root(other);
        towards[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int series) {
        int at = series;
        while (towards[at] != at) {
            towards[at] = towards[towards[at]];
            at = towards[at];
        }
        return at;
    }

    private List<List<PatchPlan.Version>> gather() {
        Map<Integer, List<PatchSeries>> works = new TreeMap<>();
        for (PatchSeries series : all) {
            works.computeIfAbsent(root(series.index()), r -> new ArrayList<>(1)).add(series);
        }
        List<List<PatchPlan.Version>> result = new ArrayList<>(all.size());
        all.forEach(series -> result.add(List.of()));
        for (List<PatchSeries> work : works.values()) {
            if (work.size() > 1) {
                work.sort(Comparator.comparingInt(PatchSeries::version).thenComparing(BY_TIME));
                List<PatchPlan.Version> versions = versions(work);
                for (int i = 0; i < work.size(); i++) {
                    int last = Math.max(0, work.size() - PatchPlan.MOST_VERSIONS);
                    int from = Math.max(0, Math.min(i - PatchPlan.MOST_VERSIONS / 2, last));
                    int to = Math.min(work.size(), from + PatchPlan.MOST_VERSIONS);
                    result.set(work.get(i).index(), versions.subList(from, to));
                }
            }
        }
        return result;
    }

    private List<PatchPlan.Version> versions(List<PatchSeries> work) {
        Set<String> changeIds = new HashSet<>();
        Set<Integer> indexes = new HashSet<>();
        Set<Name> names = new HashSet<>();
        List<PatchPlan.Version> versions = new ArrayList<>(work.size());
        for (PatchSeries series : work) {
            PatchPlan.Link link;
            Name name = name(series);
            boolean sameId = !series.changeId().isEmpty() && !changeIds.add(series.changeId());
            boolean sameName = name != null && !names.add(name);
            if (indexes.isEmpty()) {
                link = PatchPlan.Link.FIRST;
            } else if (sameId) {
                link = PatchPlan.Link.CHANGE_ID;
            } else if (indexes.contains(answered[series.index()])) {
                link = PatchPlan.Link.ANSWER;
            } else {
                link = sameName ? PatchPlan.Link.TITLE : PatchPlan.Link.LATER;
            }
            indexes.add(series.index());
            versions.add(new PatchPlan.Version(series, link));
        }
        return List.copyOf(versions);
    }
}
