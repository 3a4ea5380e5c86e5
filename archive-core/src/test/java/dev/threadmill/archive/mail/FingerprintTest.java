package dev.threadmill.archive.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void isThatOfTheValuesInTheirOrder() {
        assertThat(many(1000, "text")).isEqualTo(many(1000, "text"));
        Set<Hash> hashes = new HashSet<>();
        hashes.add(new Fingerprint().add("a").add(1).hash());
        hashes.add(new Fingerprint().add(1).add("a").hash());
        hashes.add(new Fingerprint().add("a").add(2).hash());
        hashes.add(new Fingerprint().add("ab").add("c").hash());
        hashes.add(new Fingerprint().add("a").add("bc").hash());
        hashes.add(new Fingerprint().add("").add("abc").hash());
        hashes.add(many(999, "text"));
        hashes.add(many(1000, "text"));
        hashes.add(many(1000, "texts"));
        assertThat(hashes).hasSize(9);
    }

    /** More than are gathered at a time, and texts longer than the buffer. */
    private static Hash many(int count, String text) {
        Fingerprint hash = new Fingerprint();
        for (int i = 0; i < count; i++) {
            hash.add(i).add(text).add(i % 2 == 0);
        }
        return hash.add(text.repeat(3000)).add(new byte[] {1, 2, 3}, 2).hash();
    }

    @Test
    void tellsHalvesOfAPairApart() {
        Hash high = new Fingerprint().add("\ud83d").hash();
        Hash low = new Fingerprint().add("\ude00").hash();
        Hash question = new Fingerprint().add("?").hash();
        assertThat(Set.of(high, low, question)).hasSize(3);
    }

    @Test
    void beginsAnewAfterAHash() {
        Fingerprint hash = new Fingerprint().add("one");
        Hash first = hash.hash();
        assertThat(hash.add("one").hash()).isEqualTo(first);
    }

    @Test
    void hashesAreThirtyTwoDigits() {
        assertThat(new Hash(1, -1)).hasToString("0000000000000001ffffffffffffffff");
    }
}
