package org.tocsin.app.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.contract.Description;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.DeadLetterHeaders;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** The article, story and thread that the description's examples speak of. */
final class NewsOfExamples implements AutoCloseable {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TITLE = "Moscow and Ankara announce a ceasefire";

    private final Settings settings;
    private final AvroSerdes serdes;
    private final KafkaProducer<String, byte[]> producer;
    private final Description description;

    NewsOfExamples(Settings settings, AvroSerdes serdes, Description description) {
        this.settings = settings;
        this.serdes = serdes;
        this.description = description;
        this.producer =
                new KafkaProducer<>(
                        Map.copyOf(settings.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Writes them as the stages do. */
    void write() {
        String story = example("Story");
        TaggedTelling telling = telling(example("Article"), story);
        Alert alert = alert(example("Thread"), example("Article"), story);
        send(Topics.TAGGED, story, telling);
        send(Topics.ALERTS, alert.thread(), alert);
        send(Topics.ALERTS_CURRENT, alert.thread(), alert);
        Feed feed = Feed.at("https://tass.com/rss/v2.xml");
        send(
                Topics.FEED_REPORTS,
                feed.id(),
                FeedReport.draft(feed, NOW).fetched(200, 3, 3).report());
        var letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(), 0, "somebody", new byte[] {1});
        letter.headers().add(DeadLetterHeaders.TOPIC, Topics.ARTICLES.name().getBytes(UTF_8));
        producer.send(letter);
        producer.flush();
    }

    /** So many more alerts of one thread; the older half is then gone from the log. */
    void ringAndForgetHalf(String thread, int times) throws Exception {
        for (int n = 0; n < times; n++) {
            Alert alert = alert(thread, "article-" + n, "story");
            byte[] bytes =
                    serdes.of(Topics.ALERTS).serializer().serialize(Topics.ALERTS.name(), alert);
            long time = NOW.plusSeconds(n).toEpochMilli();
            producer.send(new ProducerRecord<>(Topics.ALERTS.name(), 0, time, thread, bytes));
        }
        producer.flush();
        var partition = new TopicPartition(Topics.ALERTS.name(), 0);
        try (var admin = Admin.create(Map.<String, Object>copyOf(settings.kafka()))) {
            long end =
                    admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end - times / 2)))
                    .all()
                    .get();
        }
    }

    private <V> void send(Topic<V> topic, String key, V value) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        producer.send(
                new ProducerRecord<>(topic.name(), null, System.currentTimeMillis(), key, bytes));
    }

    private String example(String parameter) {
        return description.parameter(parameter).at("example").node().asText();
    }

    private static TaggedTelling telling(String id, String story) {
        var article =
                new Article(
                        id,
                        "guid",
                        "https://tass.com/world/1",
                        "tass.com",
                        "https://tass.com/rss/v2.xml",
                        TITLE,
                        "Moscow and Ankara announced a ceasefire on Monday.",
                        "en",
                        NOW,
                        null,
                        NOW,
                        List.of(),
                        List.of());
        var verdict = new Verdict(id, Verdict.Kind.NEW, null, story, 0, 1);
        var telling = new Telling(article, verdict, "tass.com", false);
        return new TaggedTelling(telling, new Tags(id, "en", List.of(), List.of()));
    }

    private static Alert alert(String thread, String article, String story) {
        return new Alert(
                thread + "#1",
                thread,
                1,
                "guarantors-ceasefire",
                1,
                Alert.Kind.NEW,
                Severity.HIGH,
                NOW,
                article,
                story,
                List.of(article),
                1,
                TITLE,
                List.of(new Evidence(article, "title", 0, 6, "Moscow", "actor:Russia", "russia")));
    }

    @Override
    public void close() {
        producer.close();
    }
}
