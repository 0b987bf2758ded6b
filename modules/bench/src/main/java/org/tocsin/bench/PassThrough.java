package org.tocsin.bench;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.tocsin.stages.Stage;
import org.tocsin.wire.topic.Topics;

/** Articles in, the same bytes out: the least that any stage costs on this broker. */
record PassThrough(String name) implements Stage {

    static final String OUTPUT = "bench.pass-through";

    @Override
    public void addTo(StreamsBuilder builder) {
        var keys = Serdes.String();
        var bytes = Serdes.ByteArray();
        builder.stream(Topics.ARTICLES.name(), Consumed.with(keys, bytes).withName("read-articles"))
                .to(OUTPUT, Produced.with(keys, bytes).withName("write-unchanged"));
    }
}
