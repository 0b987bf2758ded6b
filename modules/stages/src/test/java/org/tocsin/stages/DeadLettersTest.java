package org.tocsin.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.registry.RegistryUnavailable;
import org.tocsin.wire.topic.DeadLetterHeaders;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

class DeadLettersTest {

    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    private static final Topic<Article> CHECKED =
            new Topic<>("checked", "article id", Article.class, 1, Duration.ofDays(1), false);

    @Test
    void bytesThatAreNoArticleDieAndTheNextArticlePasses() {
        try (var rig = StageRig.of(Checking::new)) {
            rig.rawInput(Topics.ARTICLES).pipeInput("a", new byte[] {7, 7, 7}, TIME);
            rig.send(Topics.ARTICLES, "b", titled("fine"), TIME);

            assertThat(rig.read(CHECKED)).extracting(Article::title).containsExactly("fine");
            assertThat(rig.deadLetters())
                    .singleElement()
                    .satisfies(
                            dead -> {
                                assertThat(dead.value()).containsExactly(7, 7, 7);
                                assertThat(dead.key())
                                        .isEqualTo("a".getBytes(StandardCharsets.UTF_8));
                                assertThat(header(dead, DeadLetterHeaders.REASON))
                                        .isEqualTo("unreadable");
                            });
        }
    }

    @Test
    void aRecordThatWasKeptForLaterDiesInPlaceOfTheOneBeingRead() {
        try (var rig = StageRig.of(Checking::new)) {
            rig.send(Topics.ARTICLES, "b", titled("throws for another"), TIME);

            assertThat(rig.deadLetters())
                    .singleElement()
                    .satisfies(
                            dead -> {
                                assertThat(dead.value()).containsExactly(1, 2);
                                assertThat(header(dead, DeadLetterHeaders.TOPIC)).isEqualTo("line");
                                assertThat(header(dead, DeadLetterHeaders.OFFSET)).isEqualTo("7");
                            });
        }
    }

    @Test
    void anArticleOnWhichAnOperatorThrowsDiesAlone() {
        try (var rig = StageRig.of(Checking::new)) {
            rig.send(Topics.ARTICLES, "a", titled("throws"), TIME);
            rig.send(Topics.ARTICLES, "b", titled("fine"), TIME);

            assertThat(rig.read(CHECKED)).extracting(Article::title).containsExactly("fine");
            assertThat(reasons(rig.deadLetters())).containsExactly("unprocessable");
        }
    }

    @Test
    void anArticleWhoseResultFitsNoSchemaDiesAlone() {
        try (var rig = StageRig.of(Checking::new)) {
            rig.send(Topics.ARTICLES, "a", titled("unwritable"), TIME);
            rig.send(Topics.ARTICLES, "b", titled("fine"), TIME);

            assertThat(rig.read(CHECKED)).extracting(Article::title).containsExactly("fine");
            assertThat(reasons(rig.deadLetters())).containsExactly("unsendable");
        }
    }

    @Test
    void saysWhereTheRecordCameFromAndWhatWentWrong() {
        try (var rig = StageRig.of(Checking::new)) {
            rig.send(Topics.ARTICLES, "a", titled("fine"), TIME);
            rig.send(Topics.ARTICLES, "b", titled("throws"), TIME);

            TestRecord<byte[], byte[]> dead = rig.deadLetters().get(0);
            assertThat(header(dead, DeadLetterHeaders.TOPIC)).isEqualTo("news.articles");
            assertThat(header(dead, DeadLetterHeaders.PARTITION)).isEqualTo("0");
            assertThat(header(dead, DeadLetterHeaders.OFFSET)).isEqualTo("1");
            assertThat(header(dead, DeadLetterHeaders.STAGE)).isEqualTo("check");
            assertThat(header(dead, DeadLetterHeaders.EXCEPTION))
                    .isEqualTo(IllegalStateException.class.getName());
            assertThat(header(dead, DeadLetterHeaders.MESSAGE)).contains("not this one");
            assertThat(dead.getRecordTime()).isEqualTo(TIME);
        }
    }

    @Test
    void whileTheRegistryIsDownNobodyDies() {
        try (var rig = StageRig.of(Checking::new)) {
            assertThatThrownBy(() -> rig.send(Topics.ARTICLES, "a", titled("no registry"), TIME))
                    .hasRootCauseInstanceOf(RegistryUnavailable.class);

            assertThat(rig.deadLetters()).isEmpty();
        }
    }

    private static Article titled(String title) {
        return new Article(
                title, null, null, null, null, title, "", null, null, null, TIME, null, null);
    }

    private static List<String> reasons(List<TestRecord<byte[], byte[]>> dead) {
        return dead.stream().map(record -> header(record, DeadLetterHeaders.REASON)).toList();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Fails on an article as its title asks. */
    private record Checking(AvroSerdes serdes) implements Stage {

        @Override
        public String name() {
            return "check";
        }

        @Override
        public void addTo(StreamsBuilder builder) {
            builder.stream(
                            Topics.ARTICLES.name(),
                            Consumed.with(Serdes.String(), serdes.of(Topics.ARTICLES))
                                    .withName("read-articles"))
                    .mapValues(Checking::checked, Named.as("check-title"))
                    .to(
                            CHECKED.name(),
                            Produced.with(Serdes.String(), picky(serdes.of(CHECKED)))
                                    .withName("write-checked"));
        }

        private static Article checked(Article article) {
            if (article.title().equals("throws for another")) {
                throw RecordFault.of(
                        new RecordFault.Source("line", 0, 7, 0, new byte[0], new byte[] {1, 2}),
                        new IllegalStateException("not that one"));
            }
            if (article.title().equals("throws")) {
                throw new IllegalStateException("not this one");
            }
            return article;
        }

        private static Serde<Article> picky(Serde<Article> serde) {
            return Serdes.serdeFrom(
                    (topic, article) -> {
                        switch (article.title()) {
                            case "unwritable":
                                throw new SerializationException("no such field");
                            case "no registry":
                                throw new RegistryUnavailable("nobody answers", null);
                            default:
                                return serde.serializer().serialize(topic, article);
                        }
                    },
                    serde.deserializer());
        }
    }
}
