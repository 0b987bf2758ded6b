package org.tocsin.ingestor.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
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

    @Test
    void writesArticlesAndTheirReportInOneTransaction() {
        MockProducer<String, byte[]> producer = producer();
        VisitPublisher publisher = holding(Map.of(0, producer));

        publisher.publish(Map.of(0, List.of(visit())));

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
        VisitPublisher publisher = holding(Map.of(0, producer));
        Visit visit = visit();
        var dark = new Coverage(visit.report().feed(), State.DARK, NOW, "gone quiet", List.of("w"));

        publisher.publish(Map.of(0, List.of(new Visit(visit.report(), List.of(), dark))));

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
    void writesTheVisitsOfEachPartitionWithItsOwnPen() {
        MockProducer<String, byte[]> first = producer();
        MockProducer<String, byte[]> second = producer();
        VisitPublisher publisher = holding(Map.of(0, first, 1, second));

        publisher.publish(Map.of(0, List.of(visit()), 1, List.of(visit(), visit())));

        assertThat(first.history()).hasSize(2);
        assertThat(second.history()).hasSize(4);
        assertThat(second.commitCount()).isEqualTo(1);
    }

    @Test
    void writesNothingOrAllOfAPartition() {
        MockProducer<String, byte[]> broken = producer();
        broken.commitTransactionException = new TimeoutException("away");
        VisitPublisher publisher = holding(Map.of(0, broken));

        assertThatThrownBy(() -> publisher.publish(Map.of(0, List.of(visit()))))
                .isInstanceOf(TimeoutException.class);

        assertThat(broken.history()).isEmpty();
    }

    @Test
    void writesNothingOnceAnotherTookThePen() {
        MockProducer<String, byte[]> producer = producer();
        VisitPublisher publisher = holding(Map.of(0, producer));

        producer.fenceProducer();

        assertThatThrownBy(() -> publisher.publish(Map.of(0, List.of(visit()))))
                .isInstanceOf(KafkaException.class);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void leavesOutAnArticleThatNoBrokerWouldTake() {
        MockProducer<String, byte[]> producer = producer();
        VisitPublisher publisher = holding(Map.of(0, producer));
        var visit = new Visit(visit().report(), List.of(article("x".repeat(1_100_000))));

        publisher.publish(Map.of(0, List.of(visit)));

        assertThat(producer.history())
                .extracting(ProducerRecord::topic)
                .containsExactly("news.feed-reports");
    }

    private VisitPublisher holding(Map<Integer, MockProducer<String, byte[]>> pens) {
        var publisher = new VisitPublisher(pens::get, serdes);
        publisher.take(pens.keySet());
        return publisher;
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static Visit visit() {
        Feed feed = Feed.at("https://a.example/");
        var report = FeedReport.draft(feed, NOW).fetched(200, 1, 1).report();
        return new Visit(report, List.of(article("")));
    }

    private static Article article(String text) {
        return new Article(
                "a", null, null, null, null, "t", text, null, null, null, NOW, null, null);
    }
}
