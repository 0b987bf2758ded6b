package org.tocsin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.bench.ingest.Child;
import org.tocsin.stages.Stage;
import org.tocsin.stages.StageRunner;
import org.tocsin.wire.settings.Settings;

/**
 * Gives stages that feed one another articles round by round, and times from the first that is
 * written until the last is done. The first rounds do not count: joining the group and compiling
 * take the first half minute, and they are no part of a rate.
 */
final class Race implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** What a round came to. */
    record Round(Duration time, Cpu cpu) {}

    /** Writes the articles of a round. */
    interface Supply {
        void write() throws IOException;
    }

    private final List<StageRunner> runners = new ArrayList<>();
    private final Settings settings;
    private final Child broker;

    Race(Settings settings, Child broker) {
        this.settings = settings;
        this.broker = broker;
    }

    /**
     * Starts the stage behind what its input holds by now: the rounds before were for others. The
     * one started last is the one that is waited for.
     *
     * @return how many records of its input it has done, with all that came of them
     */
    LongSupplier start(Stage stage, String input)
            throws IOException, InterruptedException, ExecutionException {
        skip("tocsin-" + stage.name(), input);
        var runner = new StageRunner(stage, settings);
        runners.add(runner);
        runner.start(loss -> System.err.println(stage.name() + " gave up: " + loss));
        while (!runner.isReady()) {
            Thread.sleep(20);
        }
        return () -> done(runner, input);
    }

    private void skip(String group, String topic) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(new HashMap<>(settings.kafka()))) {
            int partitions =
                    admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .size();
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            for (int i = 0; i < partitions; i++) {
                latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
            var ends =
                    admin.listOffsets(latest).all().get().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            each -> each.getKey(),
                                            each ->
                                                    new OffsetAndMetadata(
                                                            each.getValue().offset())));
            admin.alterConsumerGroupOffsets(group, ends).all().get();
        }
    }

    private static long done(StageRunner runner, String input) {
        long done = 0;
        long underWay = 0;
        for (Metric metric : runner.metrics().values()) {
            MetricName name = metric.metricName();
            String topic = name.tags().get("topic");
            if (!name.group().equals("stream-topic-metrics") || topic == null) {
                continue;
            }
            long count = ((Number) metric.metricValue()).longValue();
            boolean isBetween = topic.endsWith("-repartition");
            if (name.name().equals("records-produced-total") && isBetween) {
                underWay += count;
            } else if (name.name().equals("records-consumed-total")) {
                underWay -= isBetween ? count : 0;
                done += topic.equals(input) ? count : 0;
            }
        }
        // Asked for in the middle, what was read may be ahead of what was seen to be written.
        return done - Math.max(0, underWay);
    }

    private Cpu cpu() throws IOException {
        return Cpu.now(runners.stream().map(StageRunner::name).toList(), broker);
    }

    /**
     * @param done how many records are done in all
     * @param count how many more that must be at the end of the round
     */
    Round round(Supply supply, LongSupplier done, long count)
            throws InterruptedException, IOException {
        long goal = done.getAsLong() + count;
        Cpu before = cpu();
        long begin = System.nanoTime();
        supply.write();
        while (done.getAsLong() < goal) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "only %,d of %,d".formatted(done.getAsLong() - goal + count, count));
            }
            // To ask for what is done costs as much as a hundred articles.
            Thread.sleep(100);
        }
        return new Round(Duration.ofNanos(System.nanoTime() - begin), cpu().since(before));
    }

    @Override
    public void close() {
        runners.forEach(StageRunner::close);
    }
}
