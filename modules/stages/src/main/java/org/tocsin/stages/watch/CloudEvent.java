package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tocsin.core.watch.Alert;

/** The headers of CloudEvents 1.0 in Kafka's binary content mode. */
final class CloudEvent {

    private CloudEvent() {}

    static Headers headersOf(Alert alert) {
        var headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", alert.id());
        add(headers, "ce_type", "org.tocsin.alert." + alert.kind().name().toLowerCase(Locale.ROOT));
        add(headers, "ce_source", "/watchlists/" + alert.watchlist());
        add(headers, "ce_subject", alert.thread());
        add(headers, "ce_time", alert.time().toString());
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
