package org.tocsin.wire.avro;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Maps a Java record to a generic Avro record and back, by the names of its components.
 *
 * <p>A class {@code Article} has its schema in {@code schemas/Article.avsc}; records that only
 * state stores hold may go without, and then have the one that {@link DerivedSchema} makes of them.
 * Instants travel in milliseconds, durations as ISO 8601, enums by name.
 *
 * @param <R> the record class
 */
public final class RecordMapping<R> {

    private final Class<R> type;
    private final Schema schema;
    private final RecordShape shape;

    /** The last foreign schema found equal to ours: comparing two schemas is not free. */
    private volatile Schema equal;

    private RecordMapping(Class<R> type, Schema schema) {
        this.type = type;
        this.schema = schema;
        this.shape = RecordShape.of(type, schema);
        this.equal = schema;
    }

    /**
     * @throws IllegalStateException when the class and its schema do not fit together
     */
    public static <R> RecordMapping<R> of(Class<R> type) {
        return new RecordMapping<>(
                type, Schemas.named(type.getSimpleName()).orElseGet(() -> DerivedSchema.of(type)));
    }

    public static <R> RecordMapping<R> of(Class<R> type, Schema schema) {
        return new RecordMapping<>(type, schema);
    }

    /** Self-contained: what is registered. */
    public Schema schema() {
        return schema;
    }

    /**
     * @throws IllegalArgumentException when a component is null whose field cannot be
     */
    public GenericRecord toAvro(R record) {
        return shape.toAvro(record);
    }

    /**
     * Reads what was written with this schema or with any it can read: fields that are new here
     * take their defaults, those that are gone are skipped.
     *
     * @throws IllegalArgumentException when the schemas do not resolve or the record refuses the
     *     values
     */
    public R fromAvro(GenericRecord written) {
        return type.cast(shape.fromAvro(isOurs(written.getSchema()) ? written : resolve(written)));
    }

    private boolean isOurs(Schema writer) {
        if (writer == schema || writer == equal) {
            return true;
        }
        if (!writer.equals(schema)) {
            return false;
        }
        equal = writer;
        return true;
    }

    private GenericRecord resolve(GenericRecord written) {
        try {
            return AvroBinary.resolve(written, schema);
        } catch (IOException | AvroRuntimeException e) {
            throw new IllegalArgumentException(
                    "a record of %s cannot be read as %s: %s"
                            .formatted(
                                    written.getSchema().getFullName(),
                                    type.getSimpleName(),
                                    e.getMessage()),
                    e);
        }
    }
}
