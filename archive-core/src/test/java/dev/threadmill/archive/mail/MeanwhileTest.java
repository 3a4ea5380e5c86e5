package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class MeanwhileTest {

    @Test
    void handsOverWhatCameOfIt() {
        Meanwhile<Thread> other = Meanwhile.begin(Thread::currentThread);
        assertThat(other.get()).isNotSameAs(Thread.currentThread()).isSameAs(other.get());
        assertThat(Meanwhile.known("this").get()).isEqualTo("this");
    }

    @Test
    void handsOverWhatFailed() {
        Meanwhile<String> disk =
                Meanwhile.begin(
                        () -> {
                            throw new IOException("disk full");
                        });
        assertThatThrownBy(disk::get)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("disk full");
        assertThatThrownBy(disk::await).isInstanceOf(IOException.class).hasMessage("disk full");
        IllegalStateException fault = new IllegalStateException("a fault");
        Meanwhile<String> faulty =
                Meanwhile.begin(
                        () -> {
                            throw fault;
                        });
        assertThatThrownBy(faulty::get).isSameAs(fault);
    }
}
