package org.tocsin.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.Replay;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.access.Credentials;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Pile;
import org.tocsin.gateway.deliver.DeliveryBoard;
import org.tocsin.gateway.log.Source;
import org.tocsin.gateway.pipeline.Delays;
import org.tocsin.gateway.request.Requests;
import org.tocsin.wire.topic.Topics;

/** What of the log goes onto which board, and is measured as it comes. */
final class Intake {

    private final Boards boards;
    private final Watch watch;
    private final Timer delay;

    /**
     * What is measured with.
     *
     * @param clock what the articles' times are compared with
     * @param caughtUp whether what comes is news: what stood there before the start is not late
     */
    record Watch(Clock clock, MeterRegistry meters, Delays delays, BooleanSupplier caughtUp) {}

    Intake(Boards boards, Watch watch) {
        this.boards = boards;
        this.watch = watch;
        this.delay =
                Timer.builder("tocsin.alert.delay")
                        .description("from the fetch of an article until its alert was read here")
                        .publishPercentileHistogram()
                        .register(watch.meters());
    }

    /** Everything that the gateway reads, and who takes it. */
    List<Source<?>> sources(Credentials credentials, Requests requests, DeliveryBoard deliveries) {
        return List.of(
                Source.whole(
                        Topics.ACCESS,
                        (record, credential) -> credentials.put(record.key(), credential)),
                Source.whole(
                        Topics.REQUESTS, (record, note) -> requests.read(record.offset(), note)),
                Source.whole(Topics.ALERTS_CURRENT, this::stands),
                new Source<>(Topics.ALERTS, Boards.ALERTS_COUNTED, this::rang)
                        .telling(boards.alerts().alerts()),
                new Source<>(
                        Topics.ALERTS_WATCHING,
                        Boards.ALERTS_COUNTED,
                        (record, alert) ->
                                boards.watching().rang(record.partition(), record.offset(), alert)),
                Source.whole(
                        Topics.VERDICTS,
                        (record, verdict) -> boards.verdicts().put(record.key(), verdict)),
                new Source<>(Topics.TAGGED, Boards.TELLINGS_HELD, this::told)
                        .telling(boards.stories().tellings()),
                Source.whole(
                        Topics.WATCHLISTS,
                        (record, watchlist) -> {
                            boards.watchlists().put(record.key(), watchlist);
                            boards.sources().put(record.key(), watchlist);
                        }),
                Source.whole(
                        Topics.LEXICON,
                        (record, entry) -> boards.lexicon().put(record.key(), entry)),
                Source.whole(
                        Topics.FEEDS, (record, feed) -> boards.feeds().put(record.key(), feed)),
                Source.whole(
                        Topics.FEED_REPORTS,
                        (record, report) -> {
                            boards.feedReports().put(record.key(), report);
                            boards.visits().add(record.key(), report);
                        }),
                new Source<>(Topics.DEAD_LETTERS, Pile.COUNTED, this::given),
                Source.whole(Topics.REPLAYS, this::putBack),
                Source.whole(
                        Topics.SUBSCRIBERS,
                        (record, subscriber) ->
                                deliveries.subscribers().put(record.key(), subscriber)),
                Source.whole(
                        Topics.DELIVERIES,
                        (record, delivery) -> deliveries.put(record.key(), delivery)));
    }

    private void stands(ConsumerRecord<String, byte[]> record, Alert alert) {
        if (alert == null) {
            boards.alerts().cleared(record.key());
        } else {
            boards.alerts().stands(alert);
        }
    }

    private void rang(ConsumerRecord<String, byte[]> record, Alert alert) {
        boards.alerts().rang(record.partition(), record.offset(), alert);
        watch.meters()
                .counter(
                        "tocsin.alerts",
                        "kind",
                        alert.kind().name(),
                        "severity",
                        alert.severity().id())
                .increment();
        if (watch.caughtUp().getAsBoolean()) {
            var waited = Duration.between(alert.time(), watch.clock().instant());
            delay.record(waited.isNegative() ? Duration.ZERO : waited);
            watch.delays().rang(alert, article(alert.trigger()));
        }
    }

    /** Null where it was not read yet, or is no longer held. */
    private Article article(String id) {
        return boards.stories().article(id).map(each -> each.telling().article()).orElse(null);
    }

    private void told(ConsumerRecord<String, byte[]> record, TaggedTelling telling) {
        boards.stories().told(record.partition(), record.offset(), telling);
        if (watch.caughtUp().getAsBoolean()) {
            watch.delays().told(telling.telling());
        }
        // Each NEW one is a story.
        String verdict = telling.telling().verdict().verdict().name();
        watch.meters().counter("tocsin.tellings", "verdict", verdict).increment();
    }

    private void given(ConsumerRecord<String, byte[]> record, byte[] value) {
        boards.deadLetters().add(DeadLetter.ofText(record));
        watch.meters().counter("tocsin.dead.letters").increment();
    }

    private void putBack(ConsumerRecord<String, byte[]> record, Replay replay) {
        if (replay != null) {
            boards.deadLetters().replayed(replay);
        }
    }
}
