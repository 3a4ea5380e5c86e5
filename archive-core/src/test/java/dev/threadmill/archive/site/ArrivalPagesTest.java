package dev.threadmill.archive.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.threadmill.archive.site.ArrivalPages.Stretch;
import org.junit.jupiter.api.Test;

class ArrivalPagesTest {

    @Test
    void fewEntriesStandOnOnePage() {
        assertThat(ArrivalPages.of(0)).containsExactly(new Stretch(0, 0, 0));
        assertThat(ArrivalPages.of(200)).containsExactly(new Stretch(0, 0, 200));
    }

    @Test
    void fullPagesCountFromTheOldestAndTheNewestHaveTheBareAddress() {
        assertThat(ArrivalPages.of(450))
                .containsExactly(
                        new Stretch(0, 250, 450), new Stretch(1, 0, 200), new Stretch(2, 200, 400));
    }

    @Test
    void everyEntryStandsOnThePageThatKeepsIt() {
        for (int entries = 0; entries < 1000; entries += 7) {
            for (int entry = 0; entry < entries; entry++) {
                int page = ArrivalPages.pageOf(entry, entries);
                int place = entry;
                assertThat(ArrivalPages.of(entries))
                        .anyMatch(s -> s.page() == page && s.from() <= place && place < s.to());
            }
        }
    }
}
