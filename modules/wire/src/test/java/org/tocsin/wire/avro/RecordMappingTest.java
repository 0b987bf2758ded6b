package org.tocsin.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Mention;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.text.Span;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.wire.topic.Topics;

final class RecordMappingTest {

    private static final Instant NOON = Instant.parse("2017-11-21T12:00:00.125Z");

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://test"));

    @Test
    void bringsBackWhatWasWritten() {
        Serde<TaggedTelling> serde = serdes.of(Topics.TAGGED);
        TaggedTelling told = tagged(article());

        TaggedTelling read = throughBytes(serde, told);

        assertThat(read).isEqualTo(told);
    }

    @Test
    void keepsDurationsAndAbsentValues() {
        var watchlist =
                new Watchlist(
                        "ceasefires",
                        "Ceasefires",
                        null,
                        Severity.CRITICAL,
                        "event:ceasefire",
                        "PT6H",
                        2,
                        Duration.ofMinutes(45),
                        null,
                        7);

        Watchlist read = throughBytes(serdes.of(Topics.WATCHLISTS), watchlist);

        assertThat(read).isEqualTo(watchlist);
    }

    @Test
    void cutsTimesToMilliseconds() {
        var article = withFetched(NOON.plusNanos(999_999));

        Article read = throughBytes(serdes.of(Topics.ARTICLES), article);

        assertThat(read.fetched()).isEqualTo(NOON);
    }

    @Test
    void takesTombstonesAsTheyAre() {
        Serde<Watchlist> serde = serdes.of(Topics.WATCHLISTS);

        byte[] bytes = serde.serializer().serialize("news.watchlists", null);

        assertThat(bytes).isNull();
        assertThat(serde.deserializer().deserialize("news.watchlists", null)).isNull();
    }

    @Test
    void namesTheComponentThatIsMissing() {
        var mapping = RecordMapping.of(Mention.class);
        var nowhere = new Mention(null, 0, 6, "Ankara", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapping.toAvro(nowhere))
                .withMessage("Mention.field is null");
    }

    /** State of a stage of which the contract says nothing. */
    record Window(String story, List<Article> articles, Map<String, Instant> seen, Kind kind) {
        enum Kind {
            OPEN,
            CLOSED
        }
    }

    @Test
    void storesStateThatHasNoSchemaOfItsOwn() {
        var window =
                new Window("s1", List.of(article()), Map.of("tass.com", NOON), Window.Kind.CLOSED);

        Window read = throughBytes(serdes.state(Window.class), window);

        assertThat(read).isEqualTo(window);
    }

    private static <V> V throughBytes(Serde<V> serde, V value) {
        byte[] bytes = serde.serializer().serialize("somewhere", value);
        return serde.deserializer().deserialize("somewhere", bytes);
    }

    private static Article withFetched(Instant fetched) {
        return new Article(
                "a", null, null, null, null, "Title", "", null, null, null, fetched, null, null);
    }

    private static Article article() {
        return new Article(
                "a",
                "guid-1",
                "https://example.org/1",
                "example.org",
                "https://example.org/rss",
                "Ankara announces a pullback",
                "Türkiye said on Tuesday that it would pull back. Дамаск молчит.",
                "en",
                NOON.minusSeconds(600),
                null,
                NOON,
                List.of("A. Writer"),
                List.of());
    }

    private static TaggedTelling tagged(Article article) {
        var verdict =
                new Verdict(
                        "a",
                        Verdict.Kind.REVISION,
                        "z",
                        "story-1",
                        0.875,
                        3,
                        List.of(new Span(0, 48)),
                        List.of(Verdict.Change.NAMES, Verdict.Change.MODALITY));
        var telling = new Telling(article, verdict, "example.org", true);
        var turkey =
                new ActorTag(
                        "turkey",
                        "Turkey",
                        ActorType.COUNTRY,
                        "Q43",
                        null,
                        List.of(new Mention("text", 0, 7, "Türkiye", 0)));
        var withdrawal =
                new EventTag(
                        "withdrawal",
                        Modality.ANNOUNCED,
                        "RETREAT",
                        null,
                        List.of("turkey"),
                        List.of(),
                        "text",
                        38,
                        47,
                        "pull back",
                        0);
        return new TaggedTelling(
                telling, new Tags("a", "en", List.of(turkey), List.of(withdrawal)));
    }
}
