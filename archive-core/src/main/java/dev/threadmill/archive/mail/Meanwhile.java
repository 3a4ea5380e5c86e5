package dev.threadmill.archive.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Something that is worked out on another thread, while the one that began it goes on with what
 * does not need it.
 *
 * @param <T> what comes of it; {@link Void} where it is only done
 */
public final class Meanwhile<T extends @Nullable Object> {

    private final FutureTask<T> task;

    /** What is to be worked out. */
    public interface Work<T extends @Nullable Object> {

        /** Works it out. */
        T done() throws IOException;
    }

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    /** Begins to work something out on a thread of its own. */
    public static <T extends @Nullable Object> Meanwhile<T> begin(Work<T> work) {
        FutureTask<T> task = new FutureTask<>(work::done);
        Thread thread = new Thread(task, "meanwhile");
        thread.setDaemon(true);
        thread.start();
        return new Meanwhile<>(task);
    }

    /** Begins to work something out on a thread of {@code workers}. */
    public static <T extends @Nullable Object> Meanwhile<T> begin(Work<T> work, Executor workers) {
        FutureTask<T> task = new FutureTask<>(work::done);
        workers.execute(task);
        return new Meanwhile<>(task);
    }

    /** What is known already. */
    public static <T extends @Nullable Object> Meanwhile<T> known(T value) {
        FutureTask<T> task = new FutureTask<>(() -> value);
        task.run();
        return new Meanwhile<>(task);
    }

    /**
     * What came of it, as soon as it is done. May be asked again and by several threads.
     *
     * @throws UncheckedIOException when reading or writing failed; what else failed is thrown as it
     *     is
     */
    public T get() {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the site was made", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new UncheckedIOException(failure.getMessage(), failure);
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The same, where the caller can say of an {@link IOException} what it was about. */
    public T await() throws IOException {
        try {
            return get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
