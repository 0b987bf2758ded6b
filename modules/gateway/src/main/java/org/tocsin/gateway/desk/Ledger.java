package org.tocsin.gateway.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.audit.AuditChain;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.json.Json;
import org.tocsin.core.request.RequestNote;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Objects kept on compacted topics, and the audit of their changes.
 *
 * <p>A change reads what is there, decides, and writes. All writers, in whatever process, take one
 * transactional id before they read, so that the broker lets only the last of them write: whoever
 * was overtaken reads and decides again. Thus no change is lost, and no version is given twice.
 */
final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    // One for all topics: an open transaction of another writer would hide the end of the audit.
    private static final String WRITER = "tocsin-desk";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration CONTEST = Duration.ofSeconds(45);
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 8_000;

    private final Settings settings;
    private final AvroSerdes serdes;
    private final Clock clock;
    private final TopicLog log;

    Ledger(Settings settings, AvroSerdes serdes, Clock clock) {
        this.settings = settings;
        this.serdes = serdes;
        this.clock = clock;
        this.log = new TopicLog(settings, serdes);
    }

    /** An object before and after; null where it was or is not there. */
    record Change<V>(String key, V before, V after, int version) {

        AuditEntry.Action action() {
            if (before == null) {
                return AuditEntry.Action.CREATED;
            }
            return after == null ? AuditEntry.Action.DELETED : AuditEntry.Action.CHANGED;
        }
    }

    /**
     * Whose objects they are: their topic, their kind in the audit, and who changes them and why;
     * what other topics say of an object goes with it.
     */
    record Account<V>(Topic<V> topic, String kind, Author author, List<Topic<?>> alsoSayOfIt) {
        Account(Topic<V> topic, String kind, Author author) {
            this(topic, kind, author, List.of());
        }

        Account(Topic<V> topic, String kind, String by) {
            this(topic, kind, Author.of(by));
        }
    }

    /**
     * What to write, in this order, and what to tell the caller of it; {@code alongside} are
     * records of other topics that are written in the same transaction, as they are.
     */
    record Decision<V, R>(
            List<Change<V>> changes, R answer, List<ProducerRecord<byte[], byte[]>> alongside) {
        Decision(List<Change<V>> changes, R answer) {
            this(changes, answer, List.of());
        }
    }

    /**
     * All changes and their audit in one transaction: nobody sees one without the other.
     *
     * @param decide from the live objects by key; asked again when somebody else wrote meanwhile
     * @throws KafkaException when the broker does not answer in 15 s, or others keep overtaking us
     *     for 45 s
     */
    <V, R> R change(Account<V> account, Function<Map<String, V>, Decision<V, R>> decide) {
        long deadline = System.nanoTime() + CONTEST.toNanos();
        for (long most = FIRST_PAUSE_MS; ; most = Math.min(2 * most, LONGEST_PAUSE_MS)) {
            try {
                return changeUnlessOvertaken(account, decide);
            } catch (KafkaException e) {
                if (!isOvertaken(e) || System.nanoTime() > deadline) {
                    throw e;
                }
                // Writers that start again in step would overtake each other again, the longer a
                // change takes here the more so.
                long pause = ThreadLocalRandom.current().nextLong(most);
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }

    private synchronized <V, R> R changeUnlessOvertaken(
            Account<V> account, Function<Map<String, V>, Decision<V, R>> decide) {
        try (var producer = new KafkaProducer<byte[], byte[]>(producerConfig())) {
            producer.initTransactions();
            Decision<V, R> decision = decide.apply(current(account.topic()));
            if (!decision.changes().isEmpty()) {
                // Nobody else writes until we are overtaken, so this stays the last one.
                AuditEntry last = log.last(Topics.AUDIT);
                var sent = new ArrayList<Future<RecordMetadata>>();
                producer.beginTransaction();
                for (Change<V> change : decision.changes()) {
                    last = AuditChain.after(chained(last), audit(account, change));
                    sent.add(producer.send(record(account.topic(), change.key(), change.after())));
                    sent.add(producer.send(record(Topics.AUDIT, change.key(), last)));
                    if (change.after() == null) {
                        for (Topic<?> topic : account.alsoSayOfIt()) {
                            producer.send(record(topic, change.key(), null));
                        }
                    }
                }
                decision.alongside().forEach(producer::send);
                RequestNote done = account.author().done();
                if (done != null) {
                    producer.send(record(Topics.REQUESTS, done.id(), done));
                }
                producer.commitTransaction();
                log.awaitReadable(sent);
                // Kept apart from the log itself: `tocsin audit verify` compares the two.
                LOG.info("audited; mark={}:{}", last.number(), last.hash());
            }
            return decision.answer();
        }
    }

    /** An audit from before there was a chain begins one. */
    private static AuditEntry chained(AuditEntry last) {
        return last == null || last.hash() == null ? null : last;
    }

    private static boolean isOvertaken(Throwable problem) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof ProducerFencedException
                    || at instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    private <V> ProducerRecord<byte[], byte[]> record(Topic<V> topic, String key, V value) {
        byte[] bytes =
                value == null ? null : serdes.of(topic).serializer().serialize(topic.name(), value);
        return new ProducerRecord<>(
                topic.name(), null, clock.millis(), key.getBytes(StandardCharsets.UTF_8), bytes);
    }

    private AuditEntry audit(Account<?> account, Change<?> change) {
        return new AuditEntry(
                change.key(),
                account.kind(),
                change.action(),
                change.version(),
                account.author().by(),
                clock.instant(),
                change.before() == null ? null : Json.line(change.before()),
                change.after() == null ? null : Json.line(change.after()),
                account.author().why());
    }

    /** The live objects of a compacted topic by key, in the order of their last change. */
    <V> Map<String, V> current(Topic<V> topic) {
        var current = new LinkedHashMap<String, V>();
        for (var record : log.read(topic)) {
            current.remove(record.key());
            if (record.value() != null) {
                current.put(record.key(), record.value());
            }
        }
        return current;
    }

    /** What was done to objects of that kind, oldest first. */
    List<AuditEntry> history(String kind) {
        return log.read(Topics.AUDIT).stream()
                .map(ConsumerRecord::value)
                .filter(entry -> entry != null && entry.kind().equals(kind))
                .toList();
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        beBrief(config);
        return config;
    }

    /** A client that lives for one change has no metrics to tell; setting them up costs a third. */
    static void beBrief(Map<String, Object> config) {
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    }
}
