package dev.threadmill.archive.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Figures that a measured process leaves behind: {@code name=number}, a line each. */
record Figures(Map<String, Long> values) {

    /** Ticks in which Linux counts processor time: 100 a second, whatever the kernel uses. */
    private static final int MILLIS_PER_TICK = 10;

    /**
     * What this process has used so far. Where there is no {@code /proc}, system time counts as
     * user time and the peak of memory is 0.
     */
    static Figures ofThisProcess() throws IOException {
        Map<String, Long> values = new TreeMap<>();
        Path stat = Path.of("/proc/self/stat");
        if (Files.exists(stat)) {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            values.put("userMillis", Long.parseLong(fields[11]) * MILLIS_PER_TICK);
            values.put("systemMillis", Long.parseLong(fields[12]) * MILLIS_PER_TICK);
            values.put("peakKilobytes", peak());
        } else {
            ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .ifPresent(used -> values.put("userMillis", used.toMillis()));
        }
        return new Figures(values);
    }

    private static long peak() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }

    long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    long processorMillis() {
        return get("userMillis") + get("systemMillis");
    }

    void put(String name, long value) {
        values.put(name, value);
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(file, text);
    }

    static Figures read(Path file) throws IOException {
        Map<String, Long> values = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), Long.parseLong(line.substring(equals + 1)));
        }
        return new Figures(values);
    }
}
