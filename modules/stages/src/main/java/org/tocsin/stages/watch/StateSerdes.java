package org.tocsin.stages.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.core.json.Json;

/**
 * Memories as JSON: nobody but this stage reads them, so they need no schema that others agree on,
 * and core's records write themselves.
 */
final class StateSerdes {

    private StateSerdes() {}

    static <V> Serde<V> of(Class<V> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : read(bytes, type));
    }

    private static byte[] write(Object value) {
        try {
            return Json.mapper().writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + value.getClass(), e);
        }
    }

    private static <V> V read(byte[] bytes, Class<V> type) {
        try {
            return Json.mapper().readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + type, e);
        }
    }
}
