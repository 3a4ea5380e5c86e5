package dev.threadmill.archive.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patch series of all threads, and which of them are versions of one work. */
public final class PatchPlan {

    /** A work of more versions shows those around each. */
    static final int MOST_VERSIONS = 16;

    private final Map<Integer, List<PatchSeries>> byThread;
    private final List<List<Version>> versions;

    private PatchPlan(Map<Integer, List<PatchSeries>> byThread, List<List<Version>> versions) {
        this.byThread = byThread;
        this.versions = versions;
    }

    /** How a version was recognised as one of the same work as those before it. */
    public enum Link {
        /** It is the first. */
        FIRST,
        /** It names the same change-id. */
        CHANGE_ID,
        /** It was sent in answer to an earlier one. */
        ANSWER,
        /** It has the same title and sender. */
        TITLE,
        /** A later version has something in common with it and with those before it. */
        LATER
    }

    /**
     * One version of a work.
     *
     * @param link how it is known to be one
     */
    public record Version(PatchSeries series, Link link) {}

    static PatchPlan of(List<PlannedThread> threads) {
        Map<Integer, List<PatchSeries>> byThread = new HashMap<>();
        List<PatchSeries> all = new ArrayList<>();
        for (PlannedThread thread : threads) {
            List<PatchSeries> series =
                    SeriesFinder.find(thread.thread(), thread.index(), all.size());
            if (!series.isEmpty()) {
                byThread.put(thread.index(), series);
                all.addAll(series);
            }
        }
        return new PatchPlan(byThread, SeriesVersions.of(all));
    }

    /** The series of a thread, in the order they begin in; none for most threads. */
    public List<PatchSeries> in(PlannedThread thread) {
        return byThread.getOrDefault(thread.index(), List.of());
    }

    /**
     * The versions of the work of a series, by version: all of them, or of many the nearest. Empty
     * when it is the only one.
     */
    public List<Version> versions(PatchSeries series) {
        return versions.get(series.index());
    }
}
