package org.tocsin.gateway.pipeline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.gateway.pipeline.GroupReader.Group;
import org.tocsin.gateway.pipeline.Pipeline.Behind;
import org.tocsin.gateway.pipeline.Pipeline.Partition;
import org.tocsin.gateway.pipeline.Pipeline.Stage;

/** Looks every few seconds how the stages stand, on a thread of its own. */
public final class PipelineWatch implements AutoCloseable {

    /** In the order in which news passes them; others that use our prefix come after them. */
    public static final List<String> STAGES = List.of("ingest", "dedupe", "tag", "watch");

    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatch.class);
    private static final long EVERY_SECONDS = 5;

    private final Map<String, String> kafka;
    private final Clock clock;
    private final Consumer<Pipeline> told;
    private final Map<String, Track> tracks = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> new Thread(work, "gateway-pipeline"));

    private GroupReader reader;
    private volatile Pipeline now;

    /**
     * @param kafka client properties with {@code bootstrap.servers}
     * @param told hears of every look, on the watch's thread
     */
    public PipelineWatch(Map<String, String> kafka, Clock clock, Consumer<Pipeline> told) {
        this.kafka = Map.copyOf(kafka);
        this.clock = clock;
        this.told = told;
        this.now = Pipeline.unknown(clock.instant());
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** How the stages stood at the last look. */
    public Pipeline now() {
        return now;
    }

    private void look() {
        try {
            if (reader == null) {
                reader = new GroupReader(kafka);
            }
            now = new Pipeline(clock.instant(), null, stages(reader.groups(STAGES)));
        } catch (RuntimeException e) {
            // The last figures stand with their time, and the reader is told why they are old.
            now =
                    new Pipeline(
                            now.at(), "the broker does not say: " + e.getMessage(), now.stages());
            LOG.debug("cannot look at the stages", e);
        }
        told.accept(now);
    }

    private List<Stage> stages(Map<String, Group> groups) {
        var all = new HashSet<TopicPartition>();
        groups.values().forEach(group -> all.addAll(group.partitions()));
        Map<TopicPartition, Long> ends = reader.ends(all);
        Map<TopicPartition, Long> begins = reader.begins(untouched(groups.values()));
        long nanos = System.nanoTime();
        var stages = new ArrayList<Stage>();
        groups.forEach((name, group) -> stages.add(stage(name, group, ends, begins, nanos)));
        return stages;
    }

    /** What a group that commits has not come to yet, it is behind by from the very beginning. */
    private static Set<TopicPartition> untouched(Iterable<Group> groups) {
        var untouched = new HashSet<TopicPartition>();
        for (Group group : groups) {
            if (!group.committed().isEmpty()) {
                untouched.addAll(group.partitions());
                untouched.removeAll(group.committed().keySet());
            }
        }
        return untouched;
    }

    private Stage stage(
            String name,
            Group group,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> begins,
            long nanos) {
        var members = new Membership(group.description());
        Map<TopicPartition, String> holders = members.holders();
        List<Partition> partitions =
                group.partitions().stream()
                        .filter(ends::containsKey)
                        .sorted(
                                Comparator.comparing(TopicPartition::topic)
                                        .thenComparing(TopicPartition::partition))
                        .map(
                                at -> {
                                    Long committed =
                                            group.committed().getOrDefault(at, begins.get(at));
                                    Track track = track(name, at, ends.get(at), committed, nanos);
                                    return partition(
                                            at, committed, ends.get(at), track, holders.get(at));
                                })
                        .toList();
        return new Stage(
                name,
                GroupReader.id(name),
                members.state(),
                members.instances(),
                sum(partitions.stream().map(Partition::lag)),
                partitions.stream().map(Partition::behind).reduce(null, Behind::greater),
                rate(name, partitions, Track::arriving),
                rate(name, partitions, Track::done),
                partitions);
    }

    /** Null for a group that commits nothing. */
    private Track track(String stage, TopicPartition at, long end, Long committed, long nanos) {
        if (committed == null) {
            return null;
        }
        Track track = tracks.computeIfAbsent(key(stage, at.toString()), key -> new Track());
        track.add(nanos, end, committed);
        return track;
    }

    private static String key(String stage, String partition) {
        return stage + " " + partition;
    }

    private static Partition partition(
            TopicPartition at, Long committed, long end, Track track, String holder) {
        Long lag = committed == null ? null : Long.valueOf(Math.max(0, end - committed));
        Behind behind = track == null ? null : track.behind();
        return new Partition(at.topic(), at.partition(), committed, end, lag, behind, holder);
    }

    private Double rate(String stage, List<Partition> partitions, Function<Track, Double> of) {
        List<Double> rates =
                partitions.stream()
                        .map(p -> tracks.get(key(stage, p.topic() + "-" + p.partition())))
                        .filter(Objects::nonNull)
                        .map(of)
                        .filter(Objects::nonNull)
                        .toList();
        return rates.isEmpty() ? null : rates.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Long sum(Stream<Long> lags) {
        List<Long> known = lags.filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : known.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (reader != null) {
            reader.close();
        }
    }
}
