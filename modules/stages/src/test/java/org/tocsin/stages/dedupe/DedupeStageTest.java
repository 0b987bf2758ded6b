package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private static final String STRIKE =
            "Dockers at the port of Sulmare walked out on Tuesday after talks over night shifts"
                    + " broke down, leaving eleven container ships at anchor in the bay. The union"
                    + " said 1,200 of its members had joined and that pickets would stay at the"
                    + " gates until the operator returned to the table.";

    private final StageRig rig = StageRig.of(DedupeStage::new);

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
        rig.send(Topics.ARTICLES, "a", article, NOON.plus(Duration.ofDays(400)));

        TestRecord<String, Telling> told = rig.output(Topics.STORIES).readRecord();

        assertThat(told.getRecordTime()).isEqualTo(article.fetched());
    }

    @Test
    void tellsWhatTheDeduperTellsWithoutKafka() {
        var deduper = new Deduper(new InMemoryArchive());
        List<Article> articles = someDays();

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

    private void send(Article article) {
        rig.send(Topics.ARTICLES, article.id(), article, article.fetched());
    }

    /** Some days of made-up reports, with their copies, edits and repeats. */
    private static List<Article> someDays() {
        var random = new Random(17);
        var articles = new ArrayList<Article>();
        for (int i = 0; i < 60; i++) {
            String text =
                    i % 5 == 0 || articles.isEmpty() ? report(random) : edited(articles, random);
            articles.add(
                    article("n" + i, "outlet" + random.nextInt(5) + ".example", text, i * 240));
        }
        return articles;
    }

    private static String edited(List<Article> told, Random random) {
        String text = told.get(Math.max(0, told.size() - 1 - random.nextInt(12))).text();
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> text.length() < 200 ? text : text.substring(0, text.length() / 2);
            case 2 -> text + " " + report(random).substring(0, 80);
            default -> text.replaceFirst("\\d+", "" + random.nextInt(900));
        };
    }

    private static final String[] WORDS =
            ("council harbour fishermen Sulmare vote Ekberg minister strike bridge Torin river"
                            + " engineers closed opened flood market rose fell court judge Dresh"
                            + " parliament budget railway night crowd police school teachers north"
                            + " Lesna valley truck border customs Merania troops accord")
                    .split(" ");

    private static String report(Random random) {
        var text = new StringBuilder();
        for (int sentence = 0; sentence < 6; sentence++) {
            text.append("The ");
            for (int i = 0; i < 14; i++) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            text.append(random.nextInt(900)).append(". ");
        }
        return text.toString();
    }

    private static Article article(String id, String source, String text, int minutes) {
        Instant at = NOON.plusSeconds(60L * minutes);
        // Every seventh address comes back with other words: a revision.
        String path = Integer.toString(Math.floorMod(id.hashCode(), 57));
        return new Article(
                id,
                null,
                "https://" + source + "/" + (id.startsWith("n") ? path : id),
                source,
                "https://" + source + "/feed",
                text.substring(0, Math.min(text.length(), 40)),
                text,
                "en",
                at,
                null,
                at.plusSeconds(30),
                List.of(),
                List.of());
    }
}
