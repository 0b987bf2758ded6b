package org.tocsin.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.stages.Stage;
import org.tocsin.stages.StageRunner;
import org.tocsin.wire.settings.Settings;

/** Runs stages that feed one another until each has committed the end of its input. */
final class Race implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A stage and the topic it reads. */
    record Leg(Stage stage, String input) {}

    private final Settings settings;
    private final Admin admin;

    Race(Settings settings) {
        this.settings = settings;
        this.admin = Admin.create(new HashMap<>(settings.kafka()));
    }

    /** When each leg came to its end, counted from the start of all; in the order of the legs. */
    Map<String, Duration> run(List<Leg> legs)
            throws InterruptedException, ExecutionException, TimeoutException {
        var runners = new ArrayList<StageRunner>();
        long begin = System.nanoTime();
        try {
            for (Leg leg : legs) {
                var runner = new StageRunner(leg.stage(), settings);
                runners.add(runner);
                runner.start(loss -> System.err.println(leg.stage().name() + " gave up: " + loss));
            }
            return await(legs, begin);
        } finally {
            runners.forEach(StageRunner::close);
        }
    }

    private Map<String, Duration> await(List<Leg> legs, long begin)
            throws InterruptedException, ExecutionException, TimeoutException {
        var done = new LinkedHashMap<String, Duration>();
        while (done.size() < legs.size()) {
            var elapsed = Duration.ofNanos(System.nanoTime() - begin);
            if (elapsed.compareTo(PATIENCE) > 0) {
                throw new TimeoutException("only " + done.keySet() + " came to the end");
            }
            // In order: a stage is done only when the one that feeds it is.
            Leg next = legs.get(done.size());
            if (isDone(next)) {
                done.put(next.stage().name(), elapsed);
            } else {
                Thread.sleep(50);
            }
        }
        return done;
    }

    private boolean isDone(Leg leg) throws InterruptedException, ExecutionException {
        var committed =
                admin.listConsumerGroupOffsets("tocsin-" + leg.stage().name())
                        .partitionsToOffsetAndMetadata()
                        .get();
        for (var end : ends(leg.input()).entrySet()) {
            var offset = committed.get(end.getKey());
            // A transaction's marker takes the last offset, and a group need not commit past it.
            if (end.getValue() > 0 && (offset == null || offset.offset() < end.getValue() - 1)) {
                return false;
            }
        }
        return true;
    }

    /** The number of offsets in a topic, markers of transactions included. */
    long size(String topic) throws InterruptedException, ExecutionException {
        return ends(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> ends(String topic)
            throws InterruptedException, ExecutionException {
        var latest =
                admin
                        .describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic)
                        .partitions()
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        p -> new TopicPartition(topic, p.partition()),
                                        p -> OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    @Override
    public void close() {
        admin.close();
    }
}
