package org.tocsin.stages.watch;

import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.tocsin.wire.topic.Topics;

/** Sends an alert to the topic of its watchlist's route. */
record ToRoute() implements TopicNameExtractor<String, Decided> {

    @Override
    public String extract(String thread, Decided alert, RecordContext context) {
        return Topics.alertsTo(alert.route()).name();
    }
}
