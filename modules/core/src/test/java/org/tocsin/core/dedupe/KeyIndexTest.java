package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of keys answers as a map of lists does, however it has grown and been emptied. */
class KeyIndexTest {

    private final Random random = new Random(3);
    private final KeyIndex index = new KeyIndex();
    private final Map<Integer, List<Integer>> holders = new HashMap<>();

    @Test
    void knowsWhoHoldsAKeyAfterManyComeAndGo() {
        for (int article = 1; article < 60_000; article++) {
            int key = random.nextInt(20_000) * 7_919;
            index.add(key, article);
            holders.computeIfAbsent(key, any -> new ArrayList<>()).add(article);
            if (random.nextInt(3) > 0) {
                removeOneOf(random.nextInt(20_000) * 7_919);
            }
        }

        assertThat(index.size()).isEqualTo(holders.size());
        for (int number = 0; number < 20_000; number++) {
            int key = number * 7_919;
            assertThat(held(index.find(key))).isEqualTo(holders.getOrDefault(key, List.of()));
        }
    }

    @Test
    void findsManyAsItFindsOne() {
        var keys = new int[50_000];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = i * 0x9E3779B1;
            if (i % 2 == 0) {
                index.add(keys[i], i + 1);
            }
        }

        int[] found = index.findAll(keys);

        for (int i = 0; i < keys.length; i++) {
            assertThat(found[i]).isEqualTo(index.find(keys[i]));
            assertThat(found[i] != 0).isEqualTo(i % 2 == 0);
        }
    }

    private void removeOneOf(int key) {
        List<Integer> known = holders.get(key);
        if (known != null) {
            index.remove(key, known.remove(random.nextInt(known.size())));
            if (known.isEmpty()) {
                holders.remove(key);
            }
        }
    }

    private List<Integer> held(int found) {
        var held = new ArrayList<Integer>();
        for (int i = 0; i < index.remembered(found); i++) {
            held.add(index.holder(found, i));
        }
        return held;
    }
}
