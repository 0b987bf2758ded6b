package org.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.app.demo.Item.Kind;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Verdict;

/**
 * Verdicts held against what the editors of the sample say of their own items. The bounds leave
 * room: they are to catch a verdict that has gone blind, not to measure it.
 */
class SampleVerdictsTest {

    private static final Instant BASE = Instant.parse("2020-05-01T12:00:00Z");
    private static final Map<Item, Verdict> VERDICTS = new LinkedHashMap<>();

    @BeforeAll
    static void tellAll() {
        SampleNews news = SampleNews.load();
        Map<String, Queue<Item>> tellings = new HashMap<>();
        for (Item item : news.items()) {
            // An item sent out again unchanged is no news to an ingestor.
            if (item.kind() != Kind.REPEAT) {
                tellings.computeIfAbsent(item.item(), id -> new ArrayDeque<>()).add(item);
            }
        }
        var deduper = new Deduper(new InMemoryArchive());
        for (Article article : news.articles(BASE)) {
            String id = article.url().substring(article.url().lastIndexOf('/') + 1);
            VERDICTS.put(tellings.get(id).remove(), deduper.tell(article).verdict());
        }
    }

    @Test
    void recognisesCopiesThroughCutsHeadlinesAndFurniture() {
        long recognised = count(Kind.COPY, Verdict.Kind.COPY);

        assertThat(recognised).isGreaterThanOrEqualTo(items(Kind.COPY).size() * 8 / 10);
    }

    @Test
    void recognisesEveryRevision() {
        assertThat(count(Kind.REVISION, Verdict.Kind.REVISION))
                .isEqualTo(items(Kind.REVISION).size());
    }

    @Test
    void takesNobodysOwnWordsForACopy() {
        for (Kind own : List.of(Kind.FIRST, Kind.RETELLING, Kind.FOLLOW_UP)) {
            assertThat(items(own))
                    .allMatch(item -> VERDICTS.get(item).verdict() == Verdict.Kind.NEW);
        }
    }

    @Test
    void joinsWhatTwoAgenciesTellOfOneHappening() {
        Map<String, Verdict> byId = new HashMap<>();
        VERDICTS.forEach((item, verdict) -> byId.put(item.id(), verdict));

        List<Item> retold =
                items(Kind.RETELLING).stream()
                        .filter(item -> item.outlet().code().equals("mp"))
                        .toList();
        long joined =
                retold.stream()
                        .filter(item -> sameStory(byId.get(item.id()), byId.get(item.of())))
                        .count();

        assertThat(joined).isGreaterThanOrEqualTo(retold.size() / 2);
    }

    @Test
    void keepsDifferentHappeningsApart() {
        Map<String, Set<String>> told = new HashMap<>();

        VERDICTS.forEach(
                (item, verdict) ->
                        told.computeIfAbsent(verdict.story(), id -> new HashSet<>())
                                .add(item.story()));

        assertThat(told.values()).allMatch(stories -> stories.size() == 1);
    }

    private static boolean sameStory(Verdict one, Verdict other) {
        return one.story().equals(other.story());
    }

    private static List<Item> items(Kind kind) {
        return VERDICTS.keySet().stream().filter(item -> item.kind() == kind).toList();
    }

    private static long count(Kind kind, Verdict.Kind verdict) {
        return items(kind).stream().filter(item -> VERDICTS.get(item).verdict() == verdict).count();
    }
}
