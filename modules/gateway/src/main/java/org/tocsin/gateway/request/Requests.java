package org.tocsin.gateway.request;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.request.RequestNote;
import org.tocsin.core.request.RequestNote.Step;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** Says whose a request is to do that bears a key, and what came of one that was done. */
public final class Requests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final Book book;
    private final Clock clock;
    private final Journal journal;

    private Requests(Book book, Clock clock, Journal journal) {
        this.book = book;
        this.clock = clock;
        this.journal = journal;
    }

    /** Known to this process alone, for as long as it lives. */
    public static Requests ofThisProcess(Clock clock) {
        var book = new Book();
        return new Requests(
                book,
                clock,
                new Journal() {
                    @Override
                    public void write(RequestNote note) {
                        book.read(note);
                    }

                    @Override
                    public void close() {}
                });
    }

    /**
     * Known to all gateways, for a day; {@link #read} must be told what stands on the log.
     *
     * @param clock the time of day
     */
    public static Requests onLog(Settings settings, AvroSerdes serdes, Clock clock) {
        return new Requests(new Book(), clock, new LogJournal(settings, serdes));
    }

    /** What the log says, in its order; a null note is passed over. */
    public void read(long offset, RequestNote note) {
        if (note != null) {
            book.read(note);
        }
        if (journal instanceof LogJournal log) {
            log.reached(offset);
        }
    }

    /**
     * Begins a request, or says how the one stands that holds.
     *
     * @param id whose and with which key
     * @param asked what is asked
     * @return the caller's own note where the request is the caller's to do: then it must be told
     *     to {@link #end}; else that of another attempt
     * @throws KafkaException when the log cannot be asked
     */
    public Claim begin(String id, String asked) {
        Optional<RequestNote> known = book.at(id, clock.instant());
        // Another attempt that was before ours may fail in the same moment: then it is open again.
        while (known.isEmpty()) {
            String attempt = UUID.randomUUID().toString();
            journal.write(RequestNote.begun(id, attempt, asked, clock.instant()));
            known = book.at(id, clock.instant());
            if (known.isPresent() && known.get().attempt().equals(attempt)) {
                return new Claim(known.get(), true);
            }
        }
        return new Claim(known.get(), false);
    }

    /** How a request stands, and whether it is the asker's to do. */
    public record Claim(RequestNote note, boolean isMine) {}

    /** What a desk writes into the transaction that does what is asked. */
    public RequestNote done(RequestNote mine) {
        return mine.at(Step.DONE, clock.instant());
    }

    /** It was answered; a body of null is not kept. */
    public void end(RequestNote mine, int status, Map<String, String> headers, String body) {
        settle(mine.answered(status, headers, body, clock.instant()));
    }

    /** Nothing came of it: whoever sends it again begins anew, unless the log says it was done. */
    public void fail(RequestNote mine) {
        settle(mine.at(Step.FAILED, clock.instant()));
    }

    /** The client is answered all the same: a change stands as done without it. */
    private void settle(RequestNote note) {
        try {
            journal.write(note);
        } catch (KafkaException e) {
            LOG.warn("could not note what came of a request; step={}", note.step(), e);
        }
    }

    @Override
    public void close() {
        journal.close();
    }
}
