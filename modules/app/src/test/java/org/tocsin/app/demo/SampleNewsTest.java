package org.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.app.demo.Item.Kind;
import org.tocsin.core.article.Article;

class SampleNewsTest {

    private static final Instant BASE = Instant.parse("2020-05-01T12:00:00Z");
    private static final SampleNews NEWS = SampleNews.load();
    private static final List<Article> ARTICLES = NEWS.articles(BASE);

    @Test
    void holdsEveryKindOfTellingInNumber() {
        Map<Kind, Long> counts =
                NEWS.items().stream()
                        .collect(Collectors.groupingBy(Item::kind, Collectors.counting()));

        assertThat(NEWS.items()).hasSizeGreaterThanOrEqualTo(170);
        assertThat(counts.get(Kind.COPY)).isGreaterThanOrEqualTo(30);
        assertThat(counts.get(Kind.REVISION)).isGreaterThanOrEqualTo(15);
        assertThat(counts.get(Kind.FOLLOW_UP)).isGreaterThanOrEqualTo(20);
        assertThat(counts.get(Kind.RETELLING)).isGreaterThanOrEqualTo(20);
        assertThat(counts.get(Kind.REPEAT)).isGreaterThanOrEqualTo(5);
    }

    @Test
    void revisesForEveryReasonThatNewsroomsHave() {
        Set<Item.Change> changes =
                NEWS.items().stream()
                        .filter(item -> item.kind() == Kind.REVISION)
                        .map(Item::change)
                        .collect(Collectors.toSet());

        assertThat(changes).containsExactlyInAnyOrder(Item.Change.values());
    }

    @Test
    void comesFromADozenOutletsInSeveralScripts() {
        Set<Outlet> outlets = NEWS.items().stream().map(Item::outlet).collect(Collectors.toSet());

        assertThat(outlets).hasSizeGreaterThanOrEqualTo(12).doesNotContainNull();
        assertThat(outlets).extracting(Outlet::language).contains("en", "ru", "ar", "tr", "fa");
        assertThat(outlets).extracting(Outlet::host).allMatch(host -> host.endsWith(".example"));
    }

    @Test
    void spansTheReplayAndWhatWasThereBefore() {
        List<Item> items = NEWS.items();

        assertThat(items).extracting(Item::at).isSorted();
        assertThat(items.get(items.size() - 1).at()).isLessThan(ReplayClock.SPAN);
        assertThat(items.stream().filter(item -> isBacklog(item)).count())
                .isGreaterThanOrEqualTo(8);
    }

    @Test
    void leavesSomeItemsWithoutADate() {
        assertThat(NEWS.items()).filteredOn(item -> item.dated() == null).hasSizeBetween(4, 12);
    }

    @Test
    void tellsInTheLengthOfNews() {
        for (Item item : NEWS.items()) {
            long words = String.join(" ", item.paragraphs()).split("\\s+").length;

            assertThat(item.title()).as(item.id()).hasSizeBetween(15, 110);
            assertThat(words).as("words of " + item.id()).isBetween(30L, 220L);
        }
    }

    @Test
    void resolvesWhatItQuotes() {
        for (Item item : NEWS.items()) {
            assertThat(item.paragraphs()).as(item.id()).noneMatch(text -> text.contains("¶"));
        }
        for (Print print : NEWS.from(BASE).prints()) {
            assertThat(print.title() + print.paragraphs()).as(print.item()).doesNotContain("{");
        }
    }

    @Test
    void copiesShareWordsAndRetellingsDoNot() {
        Map<String, Item> byId =
                NEWS.items().stream().collect(Collectors.toMap(Item::id, item -> item));

        for (Item item : NEWS.items()) {
            if (item.kind() == Kind.COPY || item.kind() == Kind.RETELLING) {
                Set<String> shared = Set.copyOf(byId.get(item.of()).paragraphs());
                assertThat(item.paragraphs().stream().anyMatch(shared::contains))
                        .as(item.id())
                        .isEqualTo(item.kind() == Kind.COPY);
            }
        }
    }

    @Test
    void namesWeekdaysAsTheReaderCountsThem() {
        Print first =
                NEWS.from(BASE).prints().stream()
                        .filter(print -> print.item().equals("cw-101"))
                        .findFirst()
                        .orElseThrow();

        // The first of May 2020 was a Friday.
        assertThat(first.paragraphs().get(0)).contains("called on Friday");
        assertThat(first.paragraphs().get(2)).contains("since Thursday");
    }

    @Test
    void arrivesWholeAndInOrderWhenFeedsAreReadEveryQuarterOfAnHour() {
        long tellings = NEWS.items().stream().filter(item -> item.kind() != Kind.REPEAT).count();
        assertThat(ARTICLES).hasSize((int) tellings);
        assertThat(ARTICLES).extracting(Article::fetched).isSorted();
        assertThat(ARTICLES).extracting(Article::id).doesNotHaveDuplicates();
        assertThat(ARTICLES).extracting(Article::source).contains("herald.straitmedia.example");
        assertThat(ARTICLES)
                .filteredOn(article -> article.published() != null)
                .allMatch(article -> !article.published().isAfter(article.fetched()));
    }

    @Test
    void arrivesTheSameEveryTime() {
        assertThat(ARTICLES).isEqualTo(SampleNews.load().articles(BASE));
    }

    @Test
    void keepsItsWordsOnTheWayThroughTheFeeds() {
        Map<String, Article> byUrl =
                ARTICLES.stream()
                        .collect(Collectors.toMap(Article::url, a -> a, (first, later) -> later));

        for (Print print : NEWS.from(BASE).prints()) {
            Article article = byUrl.get(print.url());
            assertThat(article.language()).isEqualTo(print.outlet().language());
            if (NEWS.items().stream().noneMatch(item -> isEdited(item, print))) {
                assertThat(article.title()).isEqualTo(print.title());
                assertThat(article.text()).contains(print.paragraphs());
                assertThat(article.published()).isEqualTo(print.published());
            }
        }
    }

    private static boolean isEdited(Item item, Print print) {
        boolean sameItem = item.item().equals(print.item());
        return sameItem && (item.kind() == Kind.REVISION || item.kind() == Kind.REPEAT);
    }

    private static boolean isBacklog(Item item) {
        return item.dated() != null && item.dated().compareTo(Duration.ofHours(-6)) < 0;
    }
}
