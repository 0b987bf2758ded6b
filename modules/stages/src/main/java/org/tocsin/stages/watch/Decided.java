package org.tocsin.stages.watch;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.thread.WindowHit;

/**
 * What the watching of a telling came to: an alert with its watchlist's route (null for none), or a
 * hit for a rule that is decided elsewhere.
 */
record Decided(Alert alert, String route, WindowHit hit) {

    static Decided rang(Alert alert, String route) {
        return new Decided(alert, route, null);
    }

    static Decided of(WindowHit hit) {
        return new Decided(null, null, hit);
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
