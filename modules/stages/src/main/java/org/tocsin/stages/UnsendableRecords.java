package org.tocsin.stages;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result that cannot be written, because it fits no schema or is larger than the topic takes,
 * costs the record that led to it: that one becomes a dead letter. Kafka's own handlers stop the
 * stage here. Whatever else keeps a record from being sent is retried or fails.
 */
public final class UnsendableRecords implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnsendableRecords.class);

    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.configured(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return giveUp("too-large", context, record, failure);
        }
        return failure instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            SerializationExceptionOrigin origin) {
        return Blame.liesWithTheRecord(failure)
                ? giveUp("unsendable", context, record, failure)
                : Response.fail();
    }

    private Response giveUp(
            String reason,
            ErrorHandlerContext context,
            ProducerRecord<?, ?> record,
            Exception failure) {
        LOG.warn(
                "{} record: from={} partition={} offset={} to={} exception={}",
                reason,
                context.topic(),
                context.partition(),
                context.offset(),
                record.topic(),
                failure.toString());
        return Response.resume(deadLetters.of(reason, context, failure));
    }
}
