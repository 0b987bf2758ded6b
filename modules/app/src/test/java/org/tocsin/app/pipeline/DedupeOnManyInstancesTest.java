package org.tocsin.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.demo.SampleNews;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/**
 * The sample news through several instances of the stage, on several partitions, out of order,
 * while an instance goes and another comes and transactions are torn down under them: what comes
 * out is what {@code tocsin dedupe} says of them in order.
 */
class DedupeOnManyInstancesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Longer than the partitions of an instance that has gone take to be read again. */
    private static final Duration WINDOW = Duration.ofSeconds(12);

    private static final int BATCHES = 4;
    private static final int PARTITIONS = 6;
    private static final int INSTANCES = 3;

    private Settings settings;
    private AvroSerdes serdes;

    @Test
    void tellsEveryStoryAsTheCommandDoesAndNothingTwice(@TempDir Path data) throws Exception {
        List<Article> news = inOrder(SampleNews.load());
        List<Telling> expected = toldWithoutKafka(news);
        try (var platform = EmbeddedPlatform.start(Settings.from(environment(data)))) {
            settings = platform.settings();
            serdes = new AvroSerdes(settings.registry());

            List<Telling> told = toldByMany(news, data, expected.size());

            assertThat(byStory(told)).isEqualTo(byStory(expected));
        }
    }

    private static List<Article> inOrder(SampleNews news) {
        return news.articles(Instant.parse("2020-05-01T12:00:00Z")).stream()
                .sorted(Comparator.comparing(Article::fetched).thenComparing(Article::id))
                .toList();
    }

    private static List<Telling> toldWithoutKafka(List<Article> news) {
        var deduper = new Deduper(new InMemoryArchive());
        return news.stream()
                .map(deduper::tell)
                .filter(telling -> telling.verdict().verdict() != Verdict.Kind.REPEAT)
                .toList();
    }

    /** What is told of one story is on one partition, in its order. */
    private static Map<String, List<Verdict>> byStory(List<Telling> tellings) {
        return tellings.stream()
                .map(Telling::verdict)
                .collect(Collectors.groupingBy(Verdict::story));
    }

    private List<Telling> toldByMany(List<Article> news, Path data, int expected) throws Exception {
        try (var fleet = new Fleet(settings, data, WINDOW)) {
            for (int i = 0; i < INSTANCES; i++) {
                fleet.start();
            }
            int size = news.size() / BATCHES + 1;
            for (int batch = 0; batch < BATCHES; batch++) {
                int from = batch * size;
                send(news.subList(from, Math.min(news.size(), from + size)), from);
                if (batch == 1) {
                    fleet.stopTheEldest();
                    fleet.start();
                } else {
                    fleet.tearDownTransactions();
                }
            }
            return await(expected);
        }
    }

    /** One partition after the other, so that they arrive in an order that is not theirs. */
    private void send(List<Article> articles, int turn) {
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(settings.kafka()),
                        new StringSerializer(),
                        serdes.of(Topics.ARTICLES).serializer())) {
            for (int i = 0; i < PARTITIONS; i++) {
                int partition = (i + turn) % PARTITIONS;
                for (int at = partition; at < articles.size(); at += PARTITIONS) {
                    Article article = articles.get(at);
                    producer.send(
                            new ProducerRecord<>(
                                    Topics.ARTICLES.name(), partition, article.id(), article));
                }
            }
        }
    }

    private List<Telling> await(int count) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("isolation.level", "read_committed");
        var told = new ArrayList<Telling>();
        try (var consumer =
                new KafkaConsumer<>(
                        config,
                        new StringDeserializer(),
                        serdes.of(Topics.STORIES).deserializer())) {
            List<TopicPartition> all =
                    consumer.partitionsFor(Topics.STORIES.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (told.size() < count && Instant.now().isBefore(deadline)) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> told.add(record.value()));
            }
            // What is too much would come now.
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> told.add(record.value()));
        }
        return told;
    }

    private static Map<String, String> environment(Path data) {
        return Map.of(
                "TOCSIN_DATA", data.toString(),
                "TOCSIN_PARTITIONS", String.valueOf(PARTITIONS),
                "TOCSIN_HTTP_PORT", "0",
                "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                "TOCSIN_EMBEDDED_REGISTRY_PORT", "0",
                "TOCSIN_DEMO_FEEDS_PORT", "0");
    }
}
