package org.tocsin.stages.watch;

import java.nio.BufferUnderflowException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Memories as compact bytes: nobody but this stage reads them, so they need no schema that others
 * agree on, and core's records say themselves what they hold.
 *
 * <p>The first five bytes name the form: a mark and a hash of the record's components. What was
 * written with other components is refused.
 */
final class StateSerdes {

    /** Of this way to write values; JSON and Avro's own marks begin otherwise. */
    private static final int MARK = 1;

    private StateSerdes() {}

    static <R extends Record> Serde<R> of(Class<R> type) {
        Form form = Form.of(type);
        int name = form.description().hashCode();
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(form, name, value),
                (topic, bytes) -> bytes == null ? null : type.cast(read(form, name, bytes, type)));
    }

    private static byte[] write(Form form, int name, Object value) {
        var out = new FormOutput();
        out.octet(MARK);
        out.name(name);
        form.write(value, out);
        return out.bytes();
    }

    /**
     * @throws SerializationException for bytes of another form, and for what is cut off or too long
     */
    private static Object read(Form form, int name, byte[] bytes, Class<?> type) {
        var in = new FormInput(bytes);
        try {
            if (in.octet() != MARK || in.name() != name) {
                throw new SerializationException(
                        "bytes of another form than %s has now".formatted(type.getSimpleName()));
            }
            Object value = form.read(in);
            if (!in.isAtEnd()) {
                throw new SerializationException("bytes are left over after a " + type);
            }
            return value;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new SerializationException("cannot read a " + type, e);
        }
    }
}
