package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The arrays answer what maps and lists answer. */
class WindowTest {

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private final Random random = new Random(3);
    private final Window window = new Window();
    private final Map<Integer, Plain> plain = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();

    /** The holders of a key: how many, and the latest of them. */
    private static final class Plain {
        private int count;
        private final List<Long> latest = new ArrayList<>();

        void add(long handle) {
            count++;
            latest.add(handle);
            if (latest.size() > Archive.HOLDERS_KEPT) {
                latest.remove(0);
            }
        }

        void remove(long handle) {
            latest.remove(handle);
            count = Math.max(count - 1, latest.size());
        }
    }

    @Test
    void leadsFromKeysToArticlesWhileTheyComeAndGo() {
        for (int i = 1; i <= 4_000; i++) {
            put(article(i, NOON.plusSeconds(i)));
            if (random.nextInt(10) == 0) {
                remove(kept.get(random.nextInt(kept.size())));
            }
            if (i % 500 == 0) {
                forgetBefore(NOON.plusSeconds(i - 700));
            }
        }

        assertThat(window.size()).isEqualTo(kept.size());
        plain.values().removeIf(holders -> holders.count == 0);
        assertThat(window.keyCount()).isEqualTo(plain.size());
        for (Kept article : kept) {
            assertThat(window.article(article.handle())).contains(article);
        }
        plain.forEach((key, holders) -> assertHolders(window.holders(key), holders));
    }

    @Test
    void startsAnewWhenAllIsForgotten() {
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i <= 600; i++) {
                put(article(round * 1_000 + i, NOON.plusSeconds(i)));
            }

            forgetBefore(NOON.plusSeconds(601));

            assertThat(window.size()).isZero();
            assertThat(window.keyCount()).isZero();
        }
    }

    @Test
    void keepsAnArticleOfWhateverNames() {
        for (String name : List.of("", "s-", "é", "x".repeat(300_000), "0af".repeat(11))) {
            Kept article =
                    new Kept(
                            name.length(),
                            name,
                            name,
                            "o" + name,
                            name,
                            false,
                            Instant.EPOCH,
                            NOON,
                            40_000,
                            0,
                            true,
                            7,
                            new int[0],
                            new short[0],
                            new short[] {1, 2, 3},
                            new short[] {4},
                            new short[0],
                            new int[] {5});

            window.put(article);

            Kept read = window.article(name.length()).orElseThrow();
            assertThat(List.of(read.id(), read.source(), read.story())).containsOnly(name);
            assertThat(read.origin()).isEqualTo("o" + name);
            assertThat(Kept.from(read.toBytes())).isEqualTo(read);
            assertThat(read.words()).isEqualTo(40_000);
            assertThat(read.lead()).containsExactly(4);
            assertThat(read.limit()).isEqualTo(7);
            assertThat(read.keys()).containsExactly(5);
        }
    }

    @Test
    void refusesBytesThatAreNoArticle() {
        byte[] bytes = article(1, NOON).toBytes();

        assertThatThrownBy(() -> Kept.from(Arrays.copyOf(bytes, 60)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Kept.from(new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void put(Kept article) {
        window.put(article);
        kept.add(article);
        for (int key : article.keys()) {
            plain.computeIfAbsent(key, k -> new Plain()).add(article.handle());
        }
    }

    private void remove(Kept article) {
        window.remove(article.handle());
        drop(article);
        kept.remove(article);
    }

    private void drop(Kept article) {
        for (int key : article.keys()) {
            plain.get(key).remove(article.handle());
        }
    }

    private void forgetBefore(Instant then) {
        var due = new ArrayList<>(kept.stream().filter(a -> a.seen().isBefore(then)).toList());
        var forgotten = new ArrayList<Long>();

        window.forgetBefore(then, forgotten::add);

        assertThat(forgotten).containsExactlyElementsOf(due.stream().map(Kept::handle).toList());
        due.forEach(this::drop);
        kept.removeAll(due);
    }

    private static void assertHolders(Holders found, Plain expected) {
        assertThat(found.count()).isEqualTo(expected.count);
        assertThat(Arrays.stream(found.latest()).boxed().toList()).isEqualTo(expected.latest);
    }

    /** Some of its keys are few articles', some everybody's. */
    private Kept article(int number, Instant seen) {
        int[] prints = random.ints(20, 0, 900).map(Hash::mix).sorted().distinct().toArray();
        var title = new short[] {(short) random.nextInt(), (short) random.nextInt(40)};
        var body = new short[random.nextInt(129)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (short) random.nextInt();
        }
        int from = body.length / 3;
        int[] keys = Arrays.copyOf(prints, prints.length + 3);
        keys[prints.length] = Sketch.termKey(title[0]);
        keys[prints.length + 1] = Sketch.termKey(title[1]);
        keys[prints.length + 2] = number;
        return new Kept(
                Hash.wide("" + number),
                "id" + number,
                "example.org",
                "example.org",
                "s-id" + number,
                number % 2 == 0,
                seen.minusSeconds(60),
                seen,
                300,
                number,
                false,
                -1,
                prints,
                title,
                body,
                Arrays.copyOfRange(body, from, Math.min(body.length, from + 12)),
                new short[] {7},
                Arrays.stream(keys).distinct().toArray());
    }
}
