package org.tocsin.ingestor.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;

class RecurrenceTest {

    private static final String SIGNATURE = "Strait Daily is read on both shores of the sea.";
    private static final String LABEL = "Strait Daily Live";
    private static final String SHARED = "The truce collapsed on Monday, both governments said.";

    @Test
    void learnsTheSentenceThatClosesMostItems() {
        List<Article> items = items(10, n -> own(n) + "\n" + SIGNATURE);

        Recurrence known = Recurrence.remembered(List.of()).learn(items, items);

        assertThat(known.cleaned(items.get(3)).text()).isEqualTo(own(3));
        assertThat(known.cleaned(items.get(3)).id()).isEqualTo(items.get(3).id());
    }

    @Test
    void learnsTheLabelThatStandsInSeveral() {
        List<Article> items =
                items(9, n -> n < 3 ? own(n) + "\n" + LABEL + "\n" + own(n + 50) : own(n));

        Recurrence known = Recurrence.remembered(List.of()).learn(items, items);

        assertThat(known.cleaned(items.get(0)).text()).isEqualTo(own(0) + "\n" + own(50));
    }

    @Test
    void leavesTheNewsThatSeveralItemsShare() {
        List<Article> twoOfThirty =
                items(30, n -> n < 2 ? SHARED + "\n" + own(n) : own(n) + "\n" + own(n + 50));
        List<Article> halfOfTen =
                items(10, n -> n < 5 ? SHARED + "\n" + own(n) : own(n) + "\n" + own(n + 50));
        List<Article> background =
                items(
                        10,
                        n ->
                                own(n)
                                        + "\n"
                                        + (n < 8 ? SHARED : own(n + 80))
                                        + "\nB.\n"
                                        + own(n + 20)
                                        + "\nC"
                                        + n
                                        + ".\n"
                                        + own(n + 50));

        for (List<Article> items : List.of(twoOfThirty, halfOfTen)) {
            Recurrence known = Recurrence.remembered(List.of()).learn(items, items);
            assertThat(known.cleaned(items.get(0)).text()).contains(SHARED);
        }
        Recurrence known = Recurrence.remembered(List.of()).learn(background, background);
        assertThat(known.cleaned(background.get(0)).text()).contains(SHARED);
    }

    @Test
    void countsAnItemThatStandsThereTwiceOnce() {
        List<Article> items = new ArrayList<>(items(5, n -> own(n)));
        for (int i = 0; i < 6; i++) {
            items.add(article("same", SHARED + "\n" + SIGNATURE));
        }

        Recurrence known = Recurrence.remembered(List.of()).learn(items, items);

        assertThat(known.memory()).isEmpty();
    }

    @Test
    void remembersAcrossFetches() {
        List<Article> items = items(10, n -> own(n) + "\n" + SIGNATURE);
        List<String> memory = Recurrence.remembered(List.of()).learn(items, items).memory();
        Article later = article("later", own(99) + "\n" + SIGNATURE);

        Recurrence known = Recurrence.remembered(memory).learn(List.of(later), List.of(later));

        assertThat(known.cleaned(later).text()).isEqualTo(own(99));
    }

    @Test
    void learnsFromAFeedThatShowsOneItemAtATime() {
        List<String> memory = List.of();
        Article last = null;
        for (int n = 0; n < 6; n++) {
            last = article("t" + n, own(n) + "\n" + SIGNATURE);
            memory = Recurrence.remembered(memory).learn(List.of(last), List.of(last)).memory();
        }

        assertThat(Recurrence.remembered(memory).cleaned(last).text()).isEqualTo(own(5));
    }

    @Test
    void staysSmallHoweverLongAFeedRuns() {
        List<String> memory = List.of();
        for (int n = 0; n < 400; n++) {
            String text =
                    IntStream.range(0, 9)
                            .mapToObj(i -> "Line x" + i)
                            .reduce(own(n), (a, b) -> a + "\n" + b + own(2));
            Article article = article("t" + n, text + "\n" + own(n + 1000));
            memory =
                    Recurrence.remembered(memory)
                            .learn(List.of(article), List.of(article))
                            .memory();
        }

        assertThat(memory).hasSizeLessThanOrEqualTo(161);
    }

    @Test
    void leavesNoArticleWithoutAWord() {
        List<Article> items = items(10, n -> own(n) + "\n" + SIGNATURE);
        Article bare = article("bare", SIGNATURE + "\n" + SIGNATURE);

        Recurrence known = Recurrence.remembered(List.of()).learn(items, items);

        assertThat(known.cleaned(bare)).isEqualTo(bare);
    }

    private static List<Article> items(int count, java.util.function.IntFunction<String> text) {
        return IntStream.range(0, count)
                .mapToObj(n -> article("title " + n, text.apply(n)))
                .toList();
    }

    /** A sentence that no other item has: numbers alone would not make it one's own. */
    private static String own(int n) {
        return "Ship " + name(n) + " left the port for " + name(n + 7) + " at noon.";
    }

    private static String name(int n) {
        return "K"
                + Integer.toString(n + 1000, 26).replaceAll("[0-9]", "q")
                + (char) ('a' + n % 26)
                + (char) ('a' + n / 26 % 26);
    }

    private static Article article(String title, String text) {
        return new Article(
                "id-" + title,
                title,
                null,
                null,
                "f",
                title,
                text,
                "en",
                null,
                null,
                Instant.EPOCH,
                List.of(),
                List.of());
    }
}
