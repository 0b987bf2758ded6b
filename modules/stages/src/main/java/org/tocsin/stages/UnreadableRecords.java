package org.tocsin.stages;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bytes that are no record of their topic become dead letters; the stage goes on. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.configured(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
        if (!Blame.liesWithTheRecord(failure)) {
            return Response.fail();
        }
        LOG.warn(
                "unreadable record: topic={} partition={} offset={} exception={}",
                record.topic(),
                record.partition(),
                record.offset(),
                failure.toString());
        return Response.resume(deadLetters.of("unreadable", context, failure));
    }
}
