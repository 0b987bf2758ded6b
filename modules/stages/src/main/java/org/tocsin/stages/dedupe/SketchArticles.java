package org.tocsin.stages.dedupe;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.tocsin.core.dedupe.Sketcher;

/**
 * Works out what there is to compare of each article, on as many threads and instances as there are
 * partitions, so that the one line in which stories are told need only look up and decide.
 */
final class SketchArticles implements ProcessorSupplier<String, Received, String, byte[]> {

    @Override
    public Processor<String, Received, String, byte[]> get() {
        return new Processor<>() {
            // Made once: most of what it costs to read a first article is its room.
            private final Sketcher sketcher = new Sketcher();
            private ProcessorContext<String, byte[]> context;

            @Override
            public void init(ProcessorContext<String, byte[]> context) {
                this.context = context;
            }

            @Override
            public void process(Record<String, Received> record) {
                Received received = record.value();
                var place =
                        Sketched.Place.of(
                                context.taskId().partition(),
                                received.article(),
                                record.timestamp());
                context.forward(
                        new Record<>(
                                received.article().id(),
                                Sketched.write(
                                        place, received, sketcher.sketch(received.article())),
                                place.stamp(),
                                record.headers()));
            }
        };
    }
}
