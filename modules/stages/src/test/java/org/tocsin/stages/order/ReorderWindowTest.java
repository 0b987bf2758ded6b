package org.tocsin.stages.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReorderWindowTest {

    private static final long WINDOW = 500;
    private static final ReorderWindow.Waits WAITS =
            ReorderWindow.Waits.of(Duration.ofMillis(WINDOW));

    private final ReorderWindow<Held> window = new ReorderWindow<Held>(WAITS, 0);
    private final List<String> gone = new ArrayList<>();

    @Test
    void letsAnArticleGoWhenItHasWaitedLongEnough() {
        add("a", 100, 0, 1_000);

        release(1_000 + WINDOW - 1);
        assertThat(gone).isEmpty();

        release(1_000 + WINDOW);
        assertThat(gone).containsExactly("a");
    }

    @Test
    void letsArticlesGoAsTheyWereFetchedAndThenById() {
        add("c", 200, 0, 1_000);
        add("b", 100, 1, 1_000);
        add("a", 100, 2, 1_001);

        release(1_000 + WINDOW + 1);

        assertThat(gone).containsExactly("a", "b", "c");
    }

    @Test
    void letsGoWithAnArticleAllThatBelongsBeforeIt() {
        add("late", 200, 0, 1_000);
        add("early", 100, 1, 1_400);

        release(1_000 + WINDOW);

        assertThat(gone).containsExactly("early", "late");
    }

    @Test
    void waitsForAPartitionThatIsHeardThoughItIsFarBehind() {
        long day = Duration.ofDays(1).toMillis();
        add("new", 5 * day, 0, 1_000);
        add("old", day, 1, 1_300);
        add("older", day + 1, 1, 1_600);

        release(1_900);
        assertThat(gone).containsExactly("old");

        add("newer", 6 * day, 1, 1_950);
        add("newest", 6 * day + 1, 1, 1_950);
        release(1_960);
        assertThat(gone).containsExactly("old", "older", "new");
    }

    @Test
    void waitsForNoPartitionThatIsSilent() {
        add("old", 100, 1, 1_000);
        add("new", 9_000_000, 0, 1_300);

        release(1_300 + WINDOW);

        assertThat(gone).containsExactly("old", "new");
    }

    @Test
    void doesNotWaitForEverWhereAClockRunsAhead() {
        long day = Duration.ofDays(1).toMillis();
        add("ahead", day, 0, 1_000);
        for (long now = 1_000; now < 1_000 + 41 * WINDOW; now += 100) {
            add("right-" + now, now, 1, now);
            release(now);
        }

        assertThat(gone).contains("ahead");
    }

    @Test
    void opensOnlyWhenEachPartitionHasHadTheTimeToBeHeard() {
        add("a", 10_000, 0, 1);
        add("b", 90_000, 0, 2);

        release(3);
        assertThat(gone).isEmpty();

        add("first", 5, 1, 100);
        release(WINDOW + 100);
        assertThat(gone).startsWith("first");
    }

    @Test
    void countsWhatAFreshArticleSpentOnItsWay() {
        long noon = 1_700_000_000_000L;
        var fresh = new ReorderWindow<Held>(WAITS, noon - 10_000);
        fresh.add(held("b", noon, 0, 0, noon + 300));
        fresh.add(held("a", noon - 100, 1, 1, noon + 350));

        fresh.release(noon + WINDOW - 101, each -> gone.add(each.id()));
        assertThat(gone).isEmpty();

        fresh.release(noon + WINDOW, each -> gone.add(each.id()));
        assertThat(gone).containsExactly("a", "b");
    }

    @Test
    void letsAnArticleOfATimeToComeNeitherHoldNorHurryTheOthers() {
        long noon = 1_700_000_000_000L;
        long year = Duration.ofDays(365).toMillis();
        var live = new ReorderWindow<Held>(WAITS, noon - 10_000);
        live.add(held("lie", noon + year, 0, 0, noon));

        // Each reaches the line 50 ms after it was fetched, and every second one before its elder.
        for (int i = 0; i < 1_000; i++) {
            int turn = i % 2 == 0 ? i + 1 : i - 1;
            long now = noon + i * 20L + 50;
            long fetched = noon + turn * 20L;
            assertThat(live.isPast(fetched)).isFalse();
            live.add(held("a%04d".formatted(turn), fetched, i % 3, i, now));
            live.release(now, each -> gone.add(each.id()));
        }

        assertThat(gone).contains("lie").hasSizeGreaterThan(900);
        gone.remove("lie");
        assertThat(gone).isSorted();
    }

    @Test
    void forgetsAPartitionThatWasAheadOnItsOwn() {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 2_000; i++) {
            long now = 1_000 + i * 20L;
            // An hour ahead, which may be true; but for the first second only.
            long ahead = i < 50 ? day / 24 : 0;
            add("a%04d".formatted(i), 10 * day + ahead + i * 20L, 0, now);
            release(now);
        }
        int told = gone.size();
        add("second", 10 * day + 60_000, 0, 50_000);
        add("first", 10 * day + 59_000, 0, 50_010);

        release(50_010 + WINDOW);

        assertThat(gone.subList(told, gone.size())).endsWith("first", "second");
    }

    @Test
    void letsAnArticleOfLongAgoHoldNothing() {
        long noon = 1_700_000_000_000L;
        var live = new ReorderWindow<Held>(WAITS, noon - 10_000);
        live.add(held("old", 5, 0, 0, noon));
        live.add(held("new", noon - 40, 1, 1, noon));

        live.release(noon + WINDOW + 1, each -> gone.add(each.id()));

        assertThat(gone).containsExactly("old", "new");
    }

    @Test
    void knowsWhatIsPast() {
        add("a", 100, 0, 1_000);
        release(1_000 + WINDOW);

        assertThat(window.isPast(99)).isTrue();
        assertThat(window.isPast(100)).isFalse();
    }

    @Test
    void isInOrderWhateverTheNumberOfPartitionsAndTheirPace() {
        for (int partitions = 1; partitions <= 7; partitions += 2) {
            assertThat(history(partitions)).isEqualTo(history(1)).isSorted();
        }
    }

    /** A history of articles on several partitions, each read in runs of its own length. */
    private static List<String> history(int partitions) {
        var random = new Random(partitions);
        var queues = new ArrayList<List<Held>>();
        for (int i = 0; i < partitions; i++) {
            queues.add(new ArrayList<>());
        }
        for (int i = 0; i < 2_000; i++) {
            long fetched = i * 60_000L;
            int from = random.nextInt(partitions);
            queues.get(from).add(held("a%04d".formatted(i), fetched, from, i, 0));
        }
        return read(queues, random);
    }

    private static List<String> read(List<List<Held>> queues, Random random) {
        var window = new ReorderWindow<Held>(WAITS, 0);
        var told = new ArrayList<String>();
        long now = 0;
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            Collections.shuffle(queues, random);
            for (List<Held> queue : queues) {
                int run = Math.min(queue.size(), 1 + random.nextInt(100));
                for (Held held : queue.subList(0, run)) {
                    window.add(held(held.id(), held.time(), held.from(), held.nth(), now));
                    window.release(now, each -> told.add(each.id()));
                }
                queue.subList(0, run).clear();
                now += 20;
            }
        }
        window.release(now + WINDOW, each -> told.add(each.id()));
        window.release(now + WINDOW * 2, each -> told.add(each.id()));
        return told;
    }

    /** Who is long at work must come back, so that what was done can be committed. */
    @Test
    void goesOnNextTimeWhereMuchIsToGo() {
        for (int i = 0; i < 10; i++) {
            add("a" + i, 100 + i, 0, 1_000);
        }

        window.release(1_000 + WINDOW, this::takeLong);
        assertThat(gone).hasSizeBetween(1, 9);

        add("behind", 90, 1, 1_000 + WINDOW);
        release(1_000 + WINDOW);
        assertThat(gone).containsSubsequence("a0", "behind", "a9").hasSize(11);
    }

    private void takeLong(Held held) {
        gone.add(held.id());
        try {
            Thread.sleep(60);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(String id, long fetched, int from, long now) {
        window.add(held(id, fetched, from, gone.size(), now));
    }

    private static Held held(String id, long fetched, int from, long offset, long now) {
        return new Held(fetched, from, id, offset, now);
    }

    private record Held(long time, int from, String id, long nth, long since)
            implements ReorderWindow.Held, Comparable<Held> {

        private static final Comparator<Held> IN_ORDER =
                Comparator.comparingLong(Held::time)
                        .thenComparing(Held::id)
                        .thenComparingLong(Held::nth);

        @Override
        public int compareTo(Held other) {
            return IN_ORDER.compare(this, other);
        }
    }

    private void release(long now) {
        window.release(now, held -> gone.add(held.id()));
    }
}
