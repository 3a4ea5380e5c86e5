package dev.threadmill.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * A limit to the work a test may take, whatever else the machine is busy with: processor time, not
 * the clock's. A test that never ends is ended by the clock all the same.
 */
public final class CpuLimit {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private CpuLimit() {}

    /** Does it, and fails when two processors would have been busy with it for so many seconds. */
    public static <T> T within(int seconds, ThrowingSupplier<T> work) {
        long before = cpuTime();
        T result = Assertions.assertTimeoutPreemptively(PATIENCE, work);
        assertThat(Duration.ofNanos(cpuTime() - before))
                .as("processor time")
                .isLessThan(Duration.ofSeconds(2L * seconds));
        return result;
    }

    /** The same for work without a result. */
    public static void run(int seconds, Executable work) {
        within(
                seconds,
                () -> {
                    work.execute();
                    return true;
                });
    }

    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
