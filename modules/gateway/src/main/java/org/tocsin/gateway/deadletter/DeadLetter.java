package org.tocsin.gateway.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.tocsin.wire.topic.DeadLetterHeaders;

/**
 * A record that could not be processed. {@code time} is the record's own; {@code key} and {@code
 * value} are its bytes as found and may be null.
 */
public record DeadLetter(Place place, Instant time, byte[] key, byte[] value, Headers headers) {

    /** The one that lies there, its key and value as bytes. */
    static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return of(record, record.key());
    }

    /** The one that lies there, as a reader sees it who takes all keys for text. */
    public static DeadLetter ofText(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        return of(record, key == null ? null : key.getBytes(StandardCharsets.UTF_8));
    }

    private static DeadLetter of(ConsumerRecord<?, byte[]> record, byte[] key) {
        return new DeadLetter(
                new Place(record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                key,
                record.value(),
                record.headers());
    }

    /** Why it was given up. */
    public Reason reason() {
        return new Reason(
                header(DeadLetterHeaders.REASON),
                header(DeadLetterHeaders.STAGE),
                topic(),
                header(DeadLetterHeaders.EXCEPTION));
    }

    /** The topic it came from; null where a foreign writer did not say. */
    public String topic() {
        return header(DeadLetterHeaders.TOPIC);
    }

    /** The header's last value as text; null without one. */
    public String header(String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Every header as text, the last of a name. */
    public Map<String, String> headersAsText() {
        var all = new LinkedHashMap<String, String>();
        headers.forEach(header -> all.put(header.key(), header(header.key())));
        return all;
    }

    /** A number in a header; null when there is none that can be read. */
    public Long number(String name) {
        String text = header(name);
        return text == null || !text.matches("\\d{1,18}") ? null : Long.valueOf(text);
    }
}
