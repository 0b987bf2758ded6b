package org.tocsin.stages.watch;

import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.thread.Rules;

/** Makes the record of an alert: under its thread, at the time of what rang it. */
final class Ringing {

    private Ringing() {}

    static Record<String, Decided> of(Alert alert, Rules rules, long time) {
        Watchlist watchlist = rules.byId(alert.watchlist()).watchlist();
        return of(Decided.rang(alert, watchlist), time);
    }

    static Record<String, Decided> watched(Alert alert, long time) {
        return of(Decided.watched(alert), time);
    }

    private static Record<String, Decided> of(Decided decided, long time) {
        Alert alert = decided.alert();
        return new Record<>(alert.thread(), decided, time, CloudEvent.headersOf(alert));
    }
}
