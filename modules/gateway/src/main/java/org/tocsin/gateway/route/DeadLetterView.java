package org.tocsin.gateway.route;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.wire.topic.DeadLetterHeaders;

/**
 * A dead letter in JSON. {@code id} is its place in {@code news.dead-letters} (partition-offset),
 * {@code time} the record's own; {@code key} is text, {@code value} the raw bytes in base64, {@code
 * text} the same where they are UTF-8. {@code topic}, {@code partition} and {@code offset} are
 * where it came from, {@code replayed} is when it was last put back.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetterView(
        String id,
        Instant time,
        String reason,
        String stage,
        String topic,
        Long partition,
        Long offset,
        String exception,
        String message,
        int bytes,
        Instant replayed,
        String key,
        byte[] value,
        String text,
        Map<String, String> headers) {

    /**
     * @param brief without value and stack trace, as a list wants it
     */
    static DeadLetterView of(DeadLetter letter, Instant replayed, boolean brief) {
        var headers = new TreeMap<>(letter.headersAsText());
        headers.values().removeIf(value -> value == null);
        if (brief) {
            headers.remove(DeadLetterHeaders.STACKTRACE);
        }
        var why = letter.reason();
        return new DeadLetterView(
                letter.place().id(),
                letter.time(),
                why.reason(),
                why.stage(),
                why.topic(),
                letter.number(DeadLetterHeaders.PARTITION),
                letter.number(DeadLetterHeaders.OFFSET),
                why.exception(),
                letter.header(DeadLetterHeaders.MESSAGE),
                letter.value() == null ? 0 : letter.value().length,
                replayed,
                text(letter.key()),
                brief ? null : letter.value(),
                brief ? null : text(letter.value()),
                headers);
    }

    private static String text(byte[] bytes) {
        try {
            return bytes == null
                    ? null
                    : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
