package org.tocsin.ingestor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.visit.Visit;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

class VisitPublisherTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://t"));
    private final Queue<MockProducer<String, byte[]>> opened = new ArrayDeque<>();

    @Test
    void writesArticlesAndTheirReportInOneTransaction() {
        MockProducer<String, byte[]> producer = producer();
        var publisher = new VisitPublisher(() -> producer, serdes);

        boolean written = publisher.publish(List.of(visit()));

        assertThat(written).isTrue();
        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("news.articles", "news.feed-reports");
        ProducerRecord<String, byte[]> article = producer.history().get(0);
        assertThat(article.key()).isEqualTo("a");
        assertThat(article.timestamp()).isEqualTo(NOW.toEpochMilli());
        assertThat(serdes.of(Topics.ARTICLES).deserializer().deserialize("t", article.value()))
                .isEqualTo(visit().articles().get(0));
    }

    @Test
    void writesAChangeOfCoverageWithTheReportThatRemembersIt() {
        MockProducer<String, byte[]> producer = producer();
        var publisher = new VisitPublisher(() -> producer, serdes);
        Visit visit = visit();
        var dark = new Coverage(visit.report().feed(), State.DARK, NOW, "gone quiet", List.of("w"));

        publisher.publish(List.of(new Visit(visit.report(), List.of(), dark)));

        assertThat(producer.commitCount()).isEqualTo(1);
        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("news.feed-reports", "news.coverage");
        ProducerRecord<String, byte[]> event = producer.history().get(1);
        assertThat(event.key()).isEqualTo(visit.report().feed());
        assertThat(serdes.of(Topics.COVERAGE).deserializer().deserialize("t", event.value()))
                .isEqualTo(dark);
    }

    @Test
    void writesNothingOrAllAndTriesAgainWithANewProducer() {
        MockProducer<String, byte[]> broken = producer();
        broken.commitTransactionException = new TimeoutException("away");
        MockProducer<String, byte[]> working = producer();
        opened.add(broken);
        opened.add(working);
        var publisher = new VisitPublisher(opened::remove, serdes);

        boolean first = publisher.publish(List.of(visit()));
        boolean second = publisher.publish(List.of(visit()));

        assertThat(first).isFalse();
        assertThat(broken.closed()).isTrue();
        assertThat(broken.history()).isEmpty();
        assertThat(second).isTrue();
        assertThat(working.history()).hasSize(2);
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static Visit visit() {
        Feed feed = Feed.at("https://a.example/");
        var report = FeedReport.draft(feed, NOW).fetched(200, 1, 1).report();
        var article =
                new Article(
                        "a",
                        null,
                        null,
                        null,
                        feed.url(),
                        "t",
                        "",
                        null,
                        null,
                        null,
                        NOW,
                        null,
                        null);
        return new Visit(report, List.of(article));
    }
}
