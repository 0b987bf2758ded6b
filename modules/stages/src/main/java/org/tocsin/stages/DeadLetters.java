package org.tocsin.stages;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.tocsin.stages.RecordFault.Source;
import org.tocsin.wire.topic.DeadLetterHeaders;

/**
 * Where and how a stage lays down what it cannot process: the bytes as found in the source topic,
 * so that they can be put back there, with the reason in headers.
 */
record DeadLetters(String topic, String stage) {

    /** Some exceptions quote the whole record; a header is no place for it. */
    private static final int LONGEST_MESSAGE = 1_000;

    private static final int LONGEST_STACKTRACE = 8_000;

    /** As configured for the Kafka Streams application that the handlers serve. */
    static DeadLetters configured(Map<String, ?> settings) {
        return new DeadLetters(
                (String) settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG),
                StageSettings.stageOf((String) settings.get(StreamsConfig.APPLICATION_ID_CONFIG)));
    }

    /**
     * The dead letter for the source record that was being processed. Its bytes are null where no
     * single record stands behind the failure (a timer, a flushed cache).
     */
    List<ProducerRecord<byte[], byte[]>> of(
            String reason, ErrorHandlerContext context, Exception failure) {
        var headers = new RecordHeaders();
        // A record that was replayed and failed again keeps the trace of its first death.
        if (context.headers() != null) {
            context.headers().forEach(headers::add);
        }
        put(headers, DeadLetterHeaders.REASON, reason);
        put(headers, DeadLetterHeaders.STAGE, stage);
        put(headers, DeadLetterHeaders.EXCEPTION, failure.getClass().getName());
        put(headers, DeadLetterHeaders.MESSAGE, cut(messages(failure), LONGEST_MESSAGE));
        put(headers, DeadLetterHeaders.STACKTRACE, cut(stacktrace(failure), LONGEST_STACKTRACE));
        Source source = source(context, failure);
        put(headers, DeadLetterHeaders.TOPIC, String.valueOf(source.topic()));
        put(headers, DeadLetterHeaders.PARTITION, String.valueOf(source.partition()));
        put(headers, DeadLetterHeaders.OFFSET, String.valueOf(source.offset()));
        Long timestamp = source.timestamp() < 0 ? null : source.timestamp();
        return List.of(
                new ProducerRecord<>(
                        topic, null, timestamp, source.key(), source.value(), headers));
    }

    private static Source source(ErrorHandlerContext context, Exception failure) {
        RecordFault fault = RecordFault.in(failure);
        return fault != null
                ? fault.source()
                : new Source(
                        context.topic(),
                        context.partition(),
                        context.offset(),
                        context.timestamp(),
                        context.sourceRawKey(),
                        context.sourceRawValue());
    }

    private static void put(RecordHeaders headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Kafka wraps what went wrong; the innermost words are those that help. */
    private static String messages(Throwable failure) {
        var words = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            words.append(": ").append(cause.getMessage());
        }
        return words.toString();
    }

    private static String stacktrace(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
