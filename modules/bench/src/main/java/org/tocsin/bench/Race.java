package org.tocsin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.tocsin.stages.Stage;
import org.tocsin.stages.StageRunner;
import org.tocsin.wire.settings.Settings;

/**
 * Runs stages that feed one another, and counts what each reads while it runs hot: starting,
 * joining the group and compiling take the first seconds, and they are no part of a rate.
 */
final class Race {

    private static final Duration TICK = Duration.ofMillis(100);

    /** Nothing read for so long is the end of the input. */
    private static final Duration STANDSTILL = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A stage, and the topic whose records are counted as it reads them. */
    record Leg(Stage stage, String counted) {}

    /** What takes CPU beside this process, in seconds so far. */
    interface Other {
        double cpuSeconds() throws IOException;
    }

    private final Settings settings;
    private final Other broker;
    private final Duration warmUp;
    private final Duration counted;

    Race(Settings settings, Other broker, Duration warmUp, Duration counted) {
        this.settings = settings;
        this.broker = broker;
        this.warmUp = warmUp;
        this.counted = counted;
    }

    /** What each leg did, in the order of the legs. */
    Map<String, Pace> run(List<Leg> legs) throws InterruptedException, IOException {
        var runners = new LinkedHashMap<Leg, StageRunner>();
        try {
            for (Leg leg : legs) {
                var runner = new StageRunner(leg.stage(), settings);
                runners.put(leg, runner);
                runner.start(loss -> System.err.println(leg.stage().name() + " gave up: " + loss));
            }
            return watch(runners);
        } finally {
            runners.values().forEach(StageRunner::close);
        }
    }

    private Map<String, Pace> watch(Map<Leg, StageRunner> runners)
            throws InterruptedException, IOException {
        var paces = new LinkedHashMap<String, Pace>();
        runners.keySet().forEach(leg -> paces.put(leg.stage().name(), new Pace(warmUp)));
        long begin = System.nanoTime();
        while (!areDone(new ArrayList<>(paces.values()), System.nanoTime() - begin)) {
            Thread.sleep(TICK.toMillis());
            double cpu = broker.cpuSeconds();
            for (var each : runners.entrySet()) {
                Leg leg = each.getKey();
                paces.get(leg.stage().name()).add(read(each.getValue(), leg.counted()), cpu);
            }
        }
        return paces;
    }

    private boolean areDone(List<Pace> paces, long nanos) {
        Duration elapsed = Duration.ofNanos(nanos);
        Pace last = paces.get(paces.size() - 1);
        boolean began = paces.stream().allMatch(Pace::hasBegun);
        return began && (last.hotFor().compareTo(counted) >= 0 || last.standsFor(STANDSTILL))
                || elapsed.compareTo(PATIENCE) > 0;
    }

    private static long read(StageRunner runner, String topic) {
        return runner.metrics().values().stream()
                .filter(metric -> counts(metric, topic))
                .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                .sum();
    }

    private static boolean counts(Metric metric, String topic) {
        return metric.metricName().name().equals("records-consumed-total")
                // Consumers write the dots of a topic as underscores, beside the name as it is.
                && topic.equals(metric.metricName().tags().get("topic"));
    }
}
