package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Records in slabs answer what a map answers. */
class LedgerTest {

    private static final int KEPT = 400;

    private final Random random = new Random(9);
    private final Ledger ledger = new Ledger();
    private final Map<Long, Entry> plain = new HashMap<>();

    private record Entry(String text, long written) {}

    @Test
    void keepsWhatWasWrittenLatelyUnderEachKey() {
        for (int now = 1; now <= 5_000; now++) {
            long key = 1 + random.nextInt(300);
            put(key, random.nextBoolean() ? -key : 0, now);
            if (random.nextInt(20) == 0) {
                long gone = 1 + random.nextInt(300);
                ledger.remove(gone);
                plain.remove(gone);
            }
            if (now % 100 == 0) {
                forgetBefore(now - KEPT);
                assertSame();
            }
        }
    }

    @Test
    void writesAnItemAndAStoryAndReadsThemAgain() {
        String id = "00ff".repeat(8);
        var story = new Story("s-" + id, List.of("a", "é"), Wire.NOON, Wire.NOON);
        ledger.put(5, 0, Wire.NOON.toEpochMilli(), ItemFields.write(story));

        assertThat(ItemFields.story(ledger.find(5))).isEqualTo(story);
    }

    private void put(long key, long other, long now) {
        var entry = new Entry("x".repeat(random.nextInt(3) * 200), now);
        ledger.put(key, other, now, Fields.behind(Ledger.HEAD).put(entry.text()).written());
        plain.put(key, entry);
        if (other != 0) {
            plain.put(other, entry);
        }
    }

    private void forgetBefore(long then) {
        plain.values().removeIf(entry -> entry.written() < then);

        // One that was moved is given up later than its time, but never sooner.
        ledger.forgetBefore(then, (key, record) -> assertThat(plain).doesNotContainKey(key));
    }

    private void assertSame() {
        for (long key = -300; key <= 300; key++) {
            Fields found = key == 0 ? null : ledger.find(key);
            Entry entry = plain.get(key);
            if (entry == null) {
                assertThat(found).as("%d", key).isNull();
            } else {
                found.number();
                found.number();
                assertThat(found.number()).isEqualTo(entry.written());
                found.number();
                assertThat(found.name()).isEqualTo(entry.text());
            }
        }
    }
}
