package org.tocsin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
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

    /** What a round came to: its time, and the CPU that client and broker took for it. */
    record Round(Duration time, double cpuSeconds) {}

    /** Seconds of CPU so far. */
    interface Cpu {
        double seconds() throws IOException;
    }

    /** Writes the articles of a round. */
    interface Supply {
        void write() throws IOException;
    }

    private final List<StageRunner> runners = new ArrayList<>();
    private final Settings settings;
    private final Cpu cpu;

    Race(Settings settings, Cpu cpu) {
        this.settings = settings;
        this.cpu = cpu;
    }

    /** Starts the stage; the one started last is the one that is waited for. */
    StageRunner start(Stage stage) {
        var runner = new StageRunner(stage, settings);
        runners.add(runner);
        runner.start(loss -> System.err.println(stage.name() + " gave up: " + loss));
        return runner;
    }

    /** How many records of that topic the stage has read. */
    static LongSupplier read(StageRunner runner, String topic) {
        return () ->
                runner.metrics().values().stream()
                        .filter(metric -> counts(metric, topic))
                        .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                        .sum();
    }

    private static boolean counts(Metric metric, String topic) {
        return metric.metricName().name().equals("records-consumed-total")
                && topic.equals(metric.metricName().tags().get("topic"));
    }

    /**
     * @param done how many records are done in all
     * @param count how many more that must be at the end of the round
     */
    Round round(Supply supply, LongSupplier done, long count)
            throws InterruptedException, IOException {
        long goal = done.getAsLong() + count;
        double cpuBefore = cpu.seconds();
        long begin = System.nanoTime();
        supply.write();
        while (done.getAsLong() < goal) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "only %,d of %,d".formatted(done.getAsLong() - goal + count, count));
            }
            Thread.sleep(20);
        }
        return new Round(Duration.ofNanos(System.nanoTime() - begin), cpu.seconds() - cpuBefore);
    }

    @Override
    public void close() {
        runners.forEach(StageRunner::close);
    }
}
