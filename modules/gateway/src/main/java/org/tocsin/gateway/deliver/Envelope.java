package org.tocsin.gateway.deliver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.watch.Alert;

/**
 * A webhook's body, as Standard Webhooks has it: what happened, when, and the data. The types are
 * those of the CloudEvents headers on Kafka; the data is the alert as everywhere, or of a digest
 * {@code {"alerts": [...]}}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Envelope(String type, Instant timestamp, Object data) {

    static Envelope of(List<Delivery> deliveries, Instant now) {
        Delivery only = deliveries.get(0);
        if (deliveries.size() > 1) {
            List<Alert> alerts = deliveries.stream().map(Delivery::alert).toList();
            return new Envelope("org.tocsin.alert.digest", now, Map.of("alerts", alerts));
        }
        return only.alert() == null
                ? new Envelope("org.tocsin.test", now, Map.of("subscriber", only.subscriber()))
                : new Envelope(
                        "org.tocsin.alert." + only.alert().kind().name().toLowerCase(Locale.ROOT),
                        only.alert().time(),
                        only.alert());
    }

    /** The alert's id, or of a digest one that follows from those of its alerts. */
    static String id(List<Delivery> deliveries) {
        if (deliveries.size() == 1) {
            return deliveries.get(0).event();
        }
        return ArticleId.hex(String.join(" ", deliveries.stream().map(Delivery::event).toList()));
    }
}
