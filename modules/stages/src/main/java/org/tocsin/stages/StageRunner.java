package org.tocsin.stages;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.wire.settings.Settings;

/**
 * Runs one stage against a broker, exactly once, until it is closed.
 *
 * <p>A thread that fails is replaced, five times in ten minutes; after that the stage stops and
 * tells whoever started it, since a process that does nothing but looks alive is the worst outcome.
 */
public final class StageRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StageRunner.class);
    private static final int REPLACEMENTS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final String name;
    private final Properties properties;
    private final CloseOptions farewell;
    private final KafkaStreams streams;
    private final ThreadBudget budget = new ThreadBudget(REPLACEMENTS, WINDOW, Clock.systemUTC());

    /** {@code settings} name the broker: the embedded one is started by then. */
    public StageRunner(Stage stage, Settings settings) {
        name = stage.name();
        properties = StageSettings.of(name, settings);
        farewell =
                CloseOptions.timeout(Duration.ofSeconds(3))
                        // Who has a name comes back under it; nobody waits for the others.
                        .withGroupMembershipOperation(
                                settings.instance().isPresent() ? REMAIN_IN_GROUP : LEAVE_GROUP);
        streams = new KafkaStreams(topology(stage, properties), properties);
    }

    /** The topology as it runs: every internal topic and store must bear a name. */
    static Topology topology(Stage stage, Properties properties) {
        // The naming rule takes effect only through a TopologyConfig.
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        stage.addTo(builder);
        return builder.build(properties);
    }

    /**
     * Starts the stage and returns at once.
     *
     * @param onLoss told once if the stage gives up, on a thread of the stage
     * @throws UnfitBroker when the brokers cannot keep the promise of exactly once
     */
    public void start(Consumer<Throwable> onLoss) {
        UnfitBroker.refuse(properties);
        streams.setUncaughtExceptionHandler(failure -> replaceOrGiveUp(failure, onLoss));
        streams.setStateListener(
                (now, before) -> LOG.info("stage={} state={} before={}", name, now, before));
        streams.start();
    }

    private StreamThreadExceptionResponse replaceOrGiveUp(
            Throwable failure, Consumer<Throwable> onLoss) {
        if (!(failure instanceof Error) && budget.spend()) {
            LOG.error("stage={} a thread failed and is replaced", name, failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("stage={} gives up", name, failure);
        onLoss.accept(failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    public String name() {
        return name;
    }

    /** Created, running, rebalancing and so on, in Kafka's words. */
    public State state() {
        return streams.state();
    }

    /** False once the stage cannot recover without a restart of the process. */
    public boolean isLive() {
        return !streams.state().isShuttingDown() && !streams.state().hasCompletedShutdown();
    }

    /** Whether records flow: partitions are assigned and their state is restored. */
    public boolean isReady() {
        return streams.state() == State.RUNNING;
    }

    /** Kafka's own metrics of this stage: lag, rates, latencies, state stores. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    /** For binders of metrics, which want the thing itself. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits what is done and stops; waits a few seconds at most. */
    @Override
    public void close() {
        if (!streams.close(farewell)) {
            LOG.warn("stage={} did not stop in time", name);
        }
    }
}
