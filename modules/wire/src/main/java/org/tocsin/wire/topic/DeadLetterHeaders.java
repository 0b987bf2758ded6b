package org.tocsin.wire.topic;

/**
 * The headers of a record on {@code news.dead-letters}, all UTF-8 text. Key and value are the bytes
 * of the record that could not be processed, as found.
 *
 * <p>The {@code __streams.errors.*} names are those that Kafka Streams itself writes (KIP-1034), so
 * that other tools understand our dead letters as well.
 */
public final class DeadLetterHeaders {

    /** {@code unreadable}, {@code unprocessable}, {@code unsendable} or {@code too-large}. */
    public static final String REASON = "tocsin.reason";

    /** The stage that gave the record up, such as {@code tag}. */
    public static final String STAGE = "tocsin.stage";

    /** On a record sent back to its topic: the dead letter it came from, PARTITION:OFFSET. */
    public static final String REPLAY_OF = "tocsin.replay-of";

    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";
    public static final String STACKTRACE = "__streams.errors.stacktrace";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    private DeadLetterHeaders() {}
}
