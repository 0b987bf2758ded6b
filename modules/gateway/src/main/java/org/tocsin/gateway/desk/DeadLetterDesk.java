package org.tocsin.gateway.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tocsin.core.audit.Replay;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.DeadLetterLog;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.gateway.deadletter.Selection;
import org.tocsin.gateway.desk.Ledger.Account;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.DeadLetterHeaders;
import org.tocsin.wire.topic.Topics;

/**
 * Puts dead letters back where they came from, with the same key, value, partition and time, so
 * that they get the same ids as if nothing had happened. Each record bears the place of the dead
 * letter it was.
 *
 * <p>A replay is one transaction with the note of which letters it took: it happens wholly or not
 * at all, and two people who press the button together put nothing back twice.
 */
public final class DeadLetterDesk {

    /** Letters in one replay: a transaction that lasts seconds, not minutes. */
    public static final int MOST = 1_000;

    private static final List<String> OF_ITS_DEATH =
            List.of(
                    DeadLetterHeaders.REASON,
                    DeadLetterHeaders.STAGE,
                    DeadLetterHeaders.EXCEPTION,
                    DeadLetterHeaders.MESSAGE,
                    DeadLetterHeaders.STACKTRACE,
                    DeadLetterHeaders.TOPIC,
                    DeadLetterHeaders.PARTITION,
                    DeadLetterHeaders.OFFSET,
                    DeadLetterHeaders.REPLAY_OF);

    private final Settings settings;
    private final Ledger ledger;
    private final Clock clock;

    public DeadLetterDesk(Settings settings, AvroSerdes serdes, Clock clock) {
        this.settings = settings;
        this.ledger = new Ledger(settings, serdes, clock);
        this.clock = clock;
    }

    /** {@code left} counts those that are meant as well but were more than one replay takes. */
    public record Replayed(List<DeadLetter> letters, long left) {}

    /** One that cannot be put back; the message says which and why. */
    public static final class Unreplayable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreplayable(String message) {
            super(message);
        }
    }

    /** When each dead letter was last put back, by its id. */
    public Map<String, Instant> replayed() {
        return byLetter(ledger.current(Topics.REPLAYS));
    }

    private static Map<String, Instant> byLetter(Map<String, Replay> replays) {
        var times = new HashMap<String, Instant>();
        replays.values()
                .forEach(replay -> replay.letters().forEach(id -> times.put(id, replay.time())));
        return times;
    }

    /** Tells all that are there now, a partition after the other, each in order. */
    public void forEach(Consumer<DeadLetter> reader) {
        try (var log = new DeadLetterLog(settings.kafka())) {
            log.forEach(reader);
        }
    }

    public Optional<DeadLetter> find(Place place) {
        try (var log = new DeadLetterLog(settings.kafka())) {
            return log.at(place);
        }
    }

    /**
     * Puts back at most {@link #MOST} of those that are meant.
     *
     * @throws Unreplayable where a letter that is named is not there or does not say its topic
     */
    public Replayed replay(Selection meant, Author author) {
        return ledger.change(
                new Account<>(Topics.REPLAYS, "replay", author),
                current -> decide(due(meant, byLetter(current)), author));
    }

    private Replayed due(Selection meant, Map<String, Instant> replayed) {
        try (var log = new DeadLetterLog(settings.kafka())) {
            return meant instanceof Selection.Named named
                    ? new Replayed(named.places().stream().map(at -> named(at, log)).toList(), 0)
                    : matching((Selection.Matching) meant, log, replayed);
        }
    }

    private static DeadLetter named(Place place, DeadLetterLog log) {
        DeadLetter letter =
                log.at(place)
                        .orElseThrow(() -> new Unreplayable("there is no dead letter at " + place));
        if (letter.topic() == null) {
            throw new Unreplayable(place + " does not say which topic it came from");
        }
        return letter;
    }

    private static Replayed matching(
            Selection.Matching meant, DeadLetterLog log, Map<String, Instant> replayed) {
        var due = new ArrayList<DeadLetter>();
        long[] left = {0};
        log.forEach(
                letter -> {
                    boolean isDue =
                            letter.topic() != null
                                    && meant.takes(letter.reason())
                                    && !replayed.containsKey(letter.place().id());
                    if (isDue && due.size() < MOST) {
                        due.add(letter);
                    } else if (isDue) {
                        left[0]++;
                    }
                });
        return new Replayed(due, left[0]);
    }

    private Decision<Replay, Replayed> decide(Replayed due, Author author) {
        if (due.letters().isEmpty()) {
            return new Decision<>(List.of(), due);
        }
        List<String> ids = due.letters().stream().map(letter -> letter.place().id()).toList();
        var replay = new Replay(UUID.randomUUID().toString(), ids, author.by(), clock.instant());
        return new Decision<>(
                List.of(new Change<>(replay.id(), null, replay, 1)),
                due,
                due.letters().stream().map(DeadLetterDesk::back).toList());
    }

    private static ProducerRecord<byte[], byte[]> back(DeadLetter letter) {
        var headers = new RecordHeaders();
        letter.headers().forEach(headers::add);
        OF_ITS_DEATH.forEach(headers::remove);
        headers.add(
                DeadLetterHeaders.REPLAY_OF,
                letter.place().toString().getBytes(StandardCharsets.UTF_8));
        Long partition = letter.number(DeadLetterHeaders.PARTITION);
        return new ProducerRecord<>(
                letter.topic(),
                partition == null ? null : partition.intValue(),
                letter.time().toEpochMilli(),
                letter.key(),
                letter.value(),
                headers);
    }
}
