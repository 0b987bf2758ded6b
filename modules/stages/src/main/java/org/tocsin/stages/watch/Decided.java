package org.tocsin.stages.watch;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Watchlist;

/**
 * What the watching of a telling came to: an alert with its watchlist's route (null for none), or
 * what is decided elsewhere. An alert that is {@code watched} would have rung if its watchlist were
 * live.
 */
record Decided(Alert alert, String route, boolean watched, Queued hit) {

    static Decided rang(Alert alert, Watchlist watchlist) {
        return new Decided(alert, watchlist.route(), false, null);
    }

    static Decided watched(Alert alert) {
        return new Decided(alert, null, true, null);
    }

    static Decided of(Queued hit) {
        return new Decided(null, null, false, hit);
    }

    boolean rings() {
        return alert != null && !watched;
    }

    boolean isHit() {
        return hit != null;
    }

    /** Null, which takes the row away, when the thread has ended. */
    Decided liveRow() {
        return alert.kind() == Alert.Kind.EXPIRED ? null : this;
    }

    /** Writes the alert alone: the route has done its work by then. */
    static Serde<Decided> alertsOf(Serde<Alert> alerts) {
        return Serdes.serdeFrom(
                (topic, decided) ->
                        decided == null
                                ? null
                                : alerts.serializer().serialize(topic, decided.alert()),
                (topic, bytes) -> {
                    throw new UnsupportedOperationException("alerts are read as alerts");
                });
    }
}
