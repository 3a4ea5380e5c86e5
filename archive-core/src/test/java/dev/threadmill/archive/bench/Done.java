package dev.threadmill.archive.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a benchmark got done; JMH shows it per second. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Done {

    public long messages;
    public double megabytes;

    void add(long moreMessages, long bytes) {
        messages += moreMessages;
        megabytes += bytes / 1e6;
    }
}
