package dev.threadmill.archive.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.mail.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoTest {

    private final AtomicInteger found = new AtomicInteger();
    @TempDir Path folder;

    @Test
    void answersAreFoundOnceAndForgottenWhenNobodyAsks() throws IOException {
        assertThat(ask("1", 1, 2)).isEqualTo(2);
        assertThat(ask("1", 1, 2, 3)).isEqualTo(1);
        assertThat(ask("1", 2, 3)).isZero();
        assertThat(ask("1", 1, 2)).isEqualTo(1);
        assertThat(ask("2", 1, 2)).as("another version").isEqualTo(2);
        Files.writeString(folder.resolve("memo"), "damaged");
        assertThat(ask("2", 1)).isEqualTo(1);
    }

    /** How many answers had to be found. */
    private int ask(String version, int... questions) throws IOException {
        Memo memo = Memo.open(folder.resolve("memo"), version);
        found.set(0);
        for (int question : questions) {
            byte[] answer = ("answer " + question).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 2; i++) {
                assertThat(memo.answer(new Hash(question, -question), () -> count(answer)))
                        .isEqualTo(answer);
            }
        }
        memo.save();
        return found.get();
    }

    private byte[] count(byte[] answer) {
        found.incrementAndGet();
        return answer;
    }
}
