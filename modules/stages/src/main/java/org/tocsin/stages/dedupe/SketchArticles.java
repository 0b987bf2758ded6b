package org.tocsin.stages.dedupe;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Works out what there is to compare of each article, on as many threads and instances as there are
 * partitions, so that the one line in which stories are told need only look up and decide.
 */
final class SketchArticles implements ProcessorSupplier<String, Received, String, byte[]> {

    @Override
    public Processor<String, Received, String, byte[]> get() {
        return new Processor<>() {
            private ProcessorContext<String, byte[]> context;

            @Override
            public void init(ProcessorContext<String, byte[]> context) {
                this.context = context;
            }

            @Override
            public void process(Record<String, Received> record) {
                Received received = record.value();
                context.forward(
                        new Record<>(
                                received.article().id(),
                                Sketched.write(context.taskId().partition(), received),
                                received.article().fetched().toEpochMilli(),
                                record.headers()));
            }
        };
    }
}
