package dev.threadmill.archive.attack;

import dev.threadmill.archive.body.BodyFuzz;
import dev.threadmill.archive.parse.HeaderFuzz;
import dev.threadmill.archive.parse.MessageFuzz;
import dev.threadmill.archive.source.MboxFuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code -Pfuzz} lets a fuzzer do for hours, done once with each hostile message. What the
 * fuzzer finds becomes a message beside them.
 */
class FuzzTargetsTest {

    static List<byte[]> messages() throws IOException {
        return List.copyOf(HostileMail.written().values());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void takeEveryHostileMessage(byte[] message) throws IOException {
        MboxFuzz.fuzzerTestOneInput(message);
        MessageFuzz.fuzzerTestOneInput(message);
        for (String line : new String(message, StandardCharsets.ISO_8859_1).split("\n", -1)) {
            HeaderFuzz.fuzzerTestOneInput(line.getBytes(StandardCharsets.ISO_8859_1));
        }
        for (int kind = 0; kind < 4; kind++) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            text.write(kind);
            text.write(message);
            BodyFuzz.fuzzerTestOneInput(text.toByteArray());
        }
    }
}
