package org.tocsin.wire.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.tocsin.wire.settings.Settings;

/**
 * Creates the topics that are missing and says how the others differ. Never deletes, never shrinks,
 * never changes a topic that is there: a difference may be an operator's choice, so it is shown.
 */
public final class TopicAdmin implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final Admin admin;
    private final TopicLayout layout;
    private final String broker;
    private final Duration patience;

    public TopicAdmin(Settings settings) {
        this(settings.kafka(), TopicLayout.of(settings), PATIENCE);
    }

    /**
     * @param kafka client properties with {@code bootstrap.servers}
     * @param patience how long a broker that does not answer is waited for
     */
    public TopicAdmin(Map<String, ?> kafka, TopicLayout layout, Duration patience) {
        this.admin = Admin.create(Map.copyOf(kafka));
        this.layout = layout;
        this.broker = String.valueOf(kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        this.patience = patience;
    }

    /** What {@link #apply} would create, and where those that are there differ from the table. */
    public TopicPlan plan(Collection<? extends Topic<?>> topics) {
        Set<String> present = get(admin.listTopics().names());
        var missing = new ArrayList<Topic<?>>();
        var there = new ArrayList<Topic<?>>();
        topics.forEach(topic -> (present.contains(topic.name()) ? there : missing).add(topic));
        return new TopicPlan(missing, differences(there));
    }

    /**
     * Creates what is missing and returns once every partition can be written to.
     *
     * @return the plan that was carried out
     */
    public TopicPlan apply(Collection<? extends Topic<?>> topics) {
        TopicPlan plan = plan(topics);
        create(plan.missing());
        awaitWritable(topics);
        return plan;
    }

    /** {@link #apply} for the topics of the contract. */
    public TopicPlan apply() {
        return apply(Topics.all());
    }

    private void create(Collection<Topic<?>> missing) {
        List<NewTopic> topics = missing.stream().map(layout::create).toList();
        var options = new CreateTopicsOptions().timeoutMs((int) patience.toMillis());
        admin.createTopics(topics, options).values().values().forEach(this::created);
    }

    private void created(KafkaFuture<Void> creation) {
        try {
            get(creation);
        } catch (TopicExistsException e) {
            // Another instance that starts at the same time was quicker.
        }
    }

    /**
     * Waits until the leader of every partition answers. A producer that writes earlier can lose
     * its first records although the broker has confirmed the topic (KAFKA-15591).
     */
    private void awaitWritable(Collection<? extends Topic<?>> topics) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                get(admin.listOffsets(partitionsOf(topics)).all());
                return;
            } catch (RetriableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                pause();
            }
        }
    }

    private Map<TopicPartition, OffsetSpec> partitionsOf(Collection<? extends Topic<?>> topics) {
        return describe(topics).values().stream()
                .flatMap(
                        topic ->
                                topic.partitions().stream()
                                        .map(p -> new TopicPartition(topic.name(), p.partition())))
                .collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.latest()));
    }

    private List<TopicPlan.Difference> differences(Collection<Topic<?>> topics) {
        Map<String, TopicDescription> found = describe(topics);
        Map<ConfigResource, Config> configs =
                get(
                        admin.describeConfigs(topics.stream().map(TopicAdmin::resource).toList())
                                .all());
        return topics.stream()
                .flatMap(
                        topic ->
                                layout.compare(
                                        topic,
                                        found.get(topic.name()).partitions().size(),
                                        name -> value(configs.get(resource(topic)), name)))
                .toList();
    }

    private Map<String, TopicDescription> describe(Collection<? extends Topic<?>> topics) {
        return get(admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames());
    }

    private static ConfigResource resource(Topic<?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static String value(Config config, String name) {
        return Optional.ofNullable(config.get(name)).map(entry -> entry.value()).orElse("");
    }

    /** The answer, or the broker's own error, or a plain word that nobody answered. */
    private <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException timeout) {
                throw unreachable(timeout);
            }
            throw e.getCause() instanceof KafkaException kafka
                    ? kafka
                    : new KafkaException(e.getCause());
        }
    }

    private BrokerUnreachable unreachable(Exception cause) {
        return new BrokerUnreachable(
                "no Kafka broker answered at %s within %d s"
                        .formatted(broker, patience.toSeconds()),
                cause);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** No broker answered in time. */
    public static final class BrokerUnreachable extends KafkaException {
        private static final long serialVersionUID = 1L;

        BrokerUnreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
