package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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

/** Articles whose clocks lie, late ones and undated ones among those that are as they should be. */
class LyingClocksTest {

    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final Instant YEAR_2099 = Instant.parse("2099-01-01T00:00:00Z");

    private final AtomicReference<DedupeStage> stage = new AtomicReference<>();
    private final StageRig rig =
            StageRig.of(
                    serdes -> {
                        stage.set(new DedupeStage(serdes, WINDOW));
                        return stage.get();
                    });
    private final List<Article> honest = FewDays.articles(new Random(23), 40);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsTheOthersInTheirOrderAroundAnArticleOfTheYear2099() {
        List<Verdict> told = tellAround(fetched("lie", YEAR_2099));

        assertThat(told).filteredOn(verdict -> verdict.id().equals("lie")).hasSize(1);
        assertThat(without("lie", told)).isEqualTo(expected());
        assertThat(stage.get().figures().late()).isZero();
    }

    @Test
    void tellsTheOthersInTheirOrderAroundAnArticleOfLongAgo() {
        List<Verdict> told = tellAround(fetched("lie", Instant.parse("1999-01-01T00:00:00Z")));

        assertThat(told).filteredOn(verdict -> verdict.id().equals("lie")).hasSize(1);
        assertThat(without("lie", told)).isEqualTo(expected());
        assertThat(stage.get().figures().late()).isEqualTo(1);
    }

    @Test
    void stampsNoRecordWithATimeThatBrokersRefuse() {
        Article lie = fetched("lie", YEAR_2099);
        rig.send(Topics.ARTICLES, "lie", lie, FewDays.NOON);
        rig.pause(WINDOW);
        rig.pause(WINDOW);

        TestRecord<String, Telling> told = rig.output(Topics.STORIES).readRecord();

        assertThat(told.getRecordTime()).isEqualTo(FewDays.NOON);
        assertThat(told.value().article().fetched()).isEqualTo(YEAR_2099);
    }

    @Test
    void tellsUndatedArticlesAsTheyWereFetched() {
        List<Article> undated = honest.stream().map(LyingClocksTest::undated).toList();
        var mixed = new ArrayList<Article>();
        for (int i = 0; i < honest.size(); i++) {
            mixed.add((i % 2 == 0 ? honest : undated).get(i));
        }

        send(pairsSwapped(mixed));

        assertThat(verdicts()).isEqualTo(toldInOrder(mixed));
    }

    /** The honest ones two by two, each pair the wrong way round, and the other in their midst. */
    private List<Verdict> tellAround(Article other) {
        List<Article> arriving = pairsSwapped(honest);
        arriving.add(11, other);
        send(arriving);
        for (int i = 0; i < 50; i++) {
            rig.pause(WINDOW);
        }
        return verdicts();
    }

    private static List<Article> pairsSwapped(List<Article> articles) {
        var swapped = new ArrayList<Article>(articles);
        for (int i = 1; i < swapped.size(); i += 2) {
            swapped.set(i - 1, articles.get(i));
            swapped.set(i, articles.get(i - 1));
        }
        return swapped;
    }

    private void send(List<Article> articles) {
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i);
            rig.send(Topics.ARTICLES, article.id(), article, FewDays.NOON);
            rig.pause(i % 2 == 0 ? Duration.ofMillis(20) : WINDOW.dividedBy(3));
        }
        rig.pause(WINDOW);
    }

    private List<Verdict> verdicts() {
        return rig.read(Topics.STORIES).stream().map(Telling::verdict).toList();
    }

    private static List<Verdict> without(String id, List<Verdict> told) {
        return told.stream().filter(verdict -> !verdict.id().equals(id)).toList();
    }

    private List<Verdict> expected() {
        return toldInOrder(honest);
    }

    private static List<Verdict> toldInOrder(List<Article> articles) {
        var deduper = new Deduper(new InMemoryArchive());
        return articles.stream()
                .map(article -> deduper.tell(article).verdict())
                .filter(verdict -> verdict.verdict() != Verdict.Kind.REPEAT)
                .toList();
    }

    private static Article fetched(String id, Instant fetched) {
        String text =
                "A ferry ran aground off the northern cape in thick fog, and its forty passengers"
                        + " were taken ashore by fishing boats before noon.";
        return new Article(
                id,
                null,
                "https://cape.example/" + id,
                "cape.example",
                "https://cape.example/feed",
                "Ferry aground off the cape",
                text,
                "en",
                FewDays.NOON,
                null,
                fetched,
                List.of(),
                List.of());
    }

    private static Article undated(Article dated) {
        return new Article(
                dated.id(),
                dated.guid(),
                dated.url(),
                dated.source(),
                dated.feed(),
                dated.title(),
                dated.text(),
                dated.language(),
                null,
                null,
                dated.fetched(),
                dated.authors(),
                dated.categories());
    }
}
