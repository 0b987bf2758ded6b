package org.tocsin.stages;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record on which an operator throws becomes a dead letter; the stage goes on. */
public final class UnprocessableRecords implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnprocessableRecords.class);

    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> settings) {
        deadLetters = DeadLetters.configured(settings);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        if (!Blame.liesWithTheRecord(failure)) {
            return Response.fail();
        }
        LOG.warn(
                "unprocessable record: operator={} topic={} partition={} offset={}",
                context.processorNodeId(),
                context.topic(),
                context.partition(),
                context.offset(),
                failure);
        return Response.resume(deadLetters.of("unprocessable", context, failure));
    }
}
