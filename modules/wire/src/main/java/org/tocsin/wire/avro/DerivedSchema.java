package org.tocsin.wire.avro;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Makes a schema of a record class that has no file of its own, for what only state stores hold.
 *
 * <p>Every component gets a default (zero, false, empty list or map, else null), so components may
 * come and go from one version to the next and old state stays readable. Classes that do have a
 * file keep their contract's schema.
 */
final class DerivedSchema {

    private final Map<Class<?>, Schema> made = new HashMap<>();

    static Schema of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException(type + " is no record and has no schema");
        }
        return new DerivedSchema().record(type);
    }

    /** A type is described once; Avro names it where it comes again. */
    private Schema record(Class<?> type) {
        Schema known = made.get(type);
        if (known != null) {
            return known;
        }
        Schema schema = Schema.createRecord(name(type), null, "org.tocsin.state", false);
        made.put(type, schema);
        schema.setFields(Arrays.stream(type.getRecordComponents()).map(this::field).toList());
        return schema;
    }

    private static String name(Class<?> type) {
        return type.isMemberClass()
                ? name(type.getEnclosingClass()) + "_" + type.getSimpleName()
                : type.getSimpleName();
    }

    private Schema.Field field(RecordComponent component) {
        Schema schema = schema(component.getGenericType());
        Object initial =
                switch (schema.getType()) {
                    case INT, LONG, FLOAT, DOUBLE -> component.getType().isPrimitive() ? 0 : null;
                    case BOOLEAN -> component.getType().isPrimitive() ? false : null;
                    case ARRAY -> List.of();
                    case MAP -> Map.of();
                    default -> null;
                };
        return initial != null
                ? new Schema.Field(component.getName(), schema, null, initial)
                : new Schema.Field(
                        component.getName(), orNull(schema), null, Schema.Field.NULL_DEFAULT_VALUE);
    }

    private static Schema orNull(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private Schema schema(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? Schema.createArray(schema(arguments[0]))
                    : Schema.createMap(schema(arguments[1]));
        }
        return schema((Class<?>) type);
    }

    private Schema schema(Class<?> type) {
        if (type == Instant.class) {
            return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
        }
        Schema.Type simple = SIMPLE.get(type);
        if (simple != null) {
            return Schema.create(simple);
        }
        return Schemas.named(type.getSimpleName())
                .orElseGet(() -> type.isEnum() ? choice(type) : record(type));
    }

    private Schema choice(Class<?> type) {
        List<String> symbols =
                Arrays.stream(type.getEnumConstants())
                        .map(each -> ((Enum<?>) each).name())
                        .toList();
        return made.computeIfAbsent(
                type,
                added ->
                        Schema.createEnum(
                                name(type), null, "org.tocsin.state", symbols, symbols.get(0)));
    }

    private static final Map<Class<?>, Schema.Type> SIMPLE =
            Map.ofEntries(
                    Map.entry(String.class, Schema.Type.STRING),
                    Map.entry(Duration.class, Schema.Type.STRING),
                    Map.entry(int.class, Schema.Type.INT),
                    Map.entry(Integer.class, Schema.Type.INT),
                    Map.entry(long.class, Schema.Type.LONG),
                    Map.entry(Long.class, Schema.Type.LONG),
                    Map.entry(double.class, Schema.Type.DOUBLE),
                    Map.entry(Double.class, Schema.Type.DOUBLE),
                    Map.entry(float.class, Schema.Type.FLOAT),
                    Map.entry(Float.class, Schema.Type.FLOAT),
                    Map.entry(boolean.class, Schema.Type.BOOLEAN),
                    Map.entry(Boolean.class, Schema.Type.BOOLEAN),
                    Map.entry(byte[].class, Schema.Type.BYTES));
}
