package org.tocsin.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.TopicAdmin;
import org.tocsin.wire.topic.TopicLayout;
import org.tocsin.wire.topic.TopicPlan;
import org.tocsin.wire.topic.Topics;

/** Creating topics, on a real broker. */
final class TopicAdminTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final TopicLayout LAYOUT = new TopicLayout(3, Optional.empty());

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        kafka = EmbeddedKafka.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void createsWhatIsMissingAndNothingTwice() {
        try (TopicAdmin admin = admin()) {
            TopicPlan first = admin.apply();

            TopicPlan second = admin.apply();

            assertThat(first.missing()).containsAll(List.of(Topics.ARTICLES, Topics.AUDIT));
            assertThat(second).isEqualTo(new TopicPlan(List.of(), List.of()));
        }
    }

    @Test
    void showsDifferencesAndLeavesThemAlone() throws Exception {
        Topic<?> mena = Topics.alertsTo("mena");
        try (Admin other = Admin.create(clients())) {
            var topic = new NewTopic(mena.name(), Optional.of(1), Optional.empty());
            other.createTopics(List.of(topic.configs(Map.of("retention.ms", "60000")))).all().get();
        }

        try (TopicAdmin admin = admin()) {
            TopicPlan applied = admin.apply(List.of(mena));

            assertThat(applied.missing()).isEmpty();
            assertThat(applied.differences())
                    .extracting(TopicPlan.Difference::toString)
                    .containsExactly(
                            "news.alerts.mena: partitions is 1, expected 3",
                            "news.alerts.mena: compression.type is producer, expected gzip",
                            "news.alerts.mena: retention.ms is 60000, expected 2592000000");
            assertThat(admin.plan(List.of(mena))).isEqualTo(applied);
        }
    }

    /** Without the wait after creation a producer can lose its first records (KAFKA-15591). */
    @Test
    void createsTopicsThatCanBeWrittenToAtOnce() throws Exception {
        try (TopicAdmin admin = admin();
                var producer =
                        new KafkaProducer<>(
                                clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int round = 0; round < 10; round++) {
                Topic<?> topic = Topics.alertsTo("round-" + round);

                admin.apply(List.of(topic));

                for (int partition = 0; partition < 3; partition++) {
                    var record =
                            new ProducerRecord<>(topic.name(), partition, new byte[0], new byte[1]);
                    assertThat(producer.send(record).get().offset()).isZero();
                }
            }
        }
    }

    @Test
    void saysThatNoBrokerAnswers() {
        Map<String, Object> nowhere = Map.of("bootstrap.servers", "127.0.0.1:1");

        try (var admin = new TopicAdmin(nowhere, LAYOUT, Duration.ofSeconds(1))) {
            assertThatExceptionOfType(TopicAdmin.BrokerUnreachable.class)
                    .isThrownBy(() -> admin.plan(Topics.all()))
                    .withMessage("no Kafka broker answered at 127.0.0.1:1 within 1 s");
        }
    }

    private static TopicAdmin admin() {
        return new TopicAdmin(clients(), LAYOUT, PATIENCE);
    }

    private static Map<String, Object> clients() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
