package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.stages.StageRig;
import org.tocsin.wire.topic.Topics;

class DedupeStageTest {

    private static final String STRIKE =
            "Dockers at the port of Sulmare walked out on Tuesday after talks over night shifts"
                    + " broke down, leaving eleven container ships at anchor in the bay. The union"
                    + " said 1,200 of its members had joined and that pickets would stay at the"
                    + " gates until the operator returned to the table.";

    private static final Duration WINDOW = Duration.ofMillis(500);

    private final StageRig rig = StageRig.of(serdes -> new DedupeStage(serdes, WINDOW));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void keepsTheTopologyThatWasReviewed() {
        assertThat(rig.description()).isEqualTo(StageRig.reviewed("dedupe"));
    }

    @Test
    void tellsAnArticleAndItsCopyUnderOneStory() {
        send(article("a", "sulmare-news.example", STRIKE, 0));
        send(article("b", "coast.example", "By our staff. " + STRIKE + " More soon.", 40));

        List<KeyValue<String, Telling>> told = rig.output(Topics.STORIES).readKeyValuesToList();

        assertThat(told).extracting(record -> record.key).containsExactly("s-a", "s-a");
        assertThat(told)
                .extracting(record -> record.value.verdict().verdict())
                .containsExactly(Verdict.Kind.NEW, Verdict.Kind.COPY);
        assertThat(told.get(1).value.verdict().of()).isEqualTo("a");
    }

    @Test
    void tellsNobodyOfARepeat() {
        Article article = article("a", "sulmare-news.example", STRIKE, 0);
        send(article);
        rig.read(Topics.STORIES);

        send(article);

        assertThat(rig.read(Topics.STORIES)).isEmpty();
    }

    @Test
    void stampsATellingWithWhenItsArticleWasFetched() {
        Article article = article("a", "sulmare-news.example", STRIKE, 7);
        rig.send(Topics.ARTICLES, "a", article, FewDays.NOON.plus(Duration.ofDays(400)));
        rig.pause(WINDOW);

        TestRecord<String, Telling> told = rig.output(Topics.STORIES).readRecord();

        assertThat(told.getRecordTime()).isEqualTo(article.fetched());
    }

    @Test
    void tellsWhatTheDeduperTellsWithoutKafka() {
        var deduper = new Deduper(new InMemoryArchive());
        List<Article> articles = FewDays.articles(new Random(17), 60);

        List<Telling> expected =
                articles.stream()
                        .map(deduper::tell)
                        .filter(telling -> telling.verdict().verdict() != Verdict.Kind.REPEAT)
                        .toList();
        articles.forEach(this::send);

        assertThat(rig.read(Topics.STORIES)).isEqualTo(expected);
        assertThat(expected)
                .extracting(telling -> telling.verdict().verdict())
                .contains(Verdict.Kind.NEW, Verdict.Kind.COPY, Verdict.Kind.REVISION);
    }

    @Test
    void tellsInTheOrderInWhichTheyWereFetched() {
        List<Article> articles = FewDays.articles(new Random(17), 60);
        articles.forEach(this::send);
        List<Telling> expected = rig.read(Topics.STORIES);

        try (var other = StageRig.of(serdes -> new DedupeStage(serdes, WINDOW))) {
            var shuffled = new ArrayList<>(articles);
            Collections.shuffle(shuffled, new Random(3));
            shuffled.forEach(
                    article ->
                            other.send(Topics.ARTICLES, article.id(), article, article.fetched()));
            other.pause(WINDOW);

            assertThat(other.read(Topics.STORIES)).isEqualTo(expected);
        }
    }

    @Test
    void tellsAtOnceWhatCameTooLateAndCountsIt() {
        var stage = new AtomicReference<DedupeStage>();
        try (var other =
                StageRig.of(
                        serdes -> {
                            stage.set(new DedupeStage(serdes, WINDOW));
                            return stage.get();
                        })) {
            Article first = article("a", "sulmare-news.example", STRIKE, 0);
            Article second = article("b", "coast.example", "By our staff. " + STRIKE, 40);
            other.send(Topics.ARTICLES, "b", second, second.fetched());
            other.pause(WINDOW);
            other.send(Topics.ARTICLES, "a", first, first.fetched());

            assertThat(other.read(Topics.STORIES))
                    .extracting(telling -> telling.verdict().id())
                    .containsExactly("b", "a");
            assertThat(stage.get().figures().late()).isEqualTo(1);
            assertThat(stage.get().figures().verdicts(Verdict.Kind.COPY)).isEqualTo(1);
        }
    }

    private void send(Article article) {
        rig.send(Topics.ARTICLES, article.id(), article, article.fetched());
        rig.pause(WINDOW);
    }

    private static Article article(String id, String source, String text, int minutes) {
        return FewDays.article(id, source, text, minutes);
    }
}
