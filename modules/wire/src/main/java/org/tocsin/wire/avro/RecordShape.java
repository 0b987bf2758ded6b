package org.tocsin.wire.avro;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * A record class and its schema, component by component. Reflection is done once, here; afterwards
 * only method handles are called.
 */
final class RecordShape implements Conversion {

    private final Class<?> type;
    private final Schema schema;
    private final MethodHandle constructor;
    private final List<Component> components;

    /**
     * {@code position} is the field's in the schema, which need not follow the components' order.
     */
    private record Component(
            String name,
            int position,
            boolean nullable,
            MethodHandle accessor,
            Conversion values) {}

    private RecordShape(
            Class<?> type, Schema schema, MethodHandle constructor, List<Component> components) {
        this.type = type;
        this.schema = schema;
        this.constructor = constructor;
        this.components = components;
    }

    /**
     * @throws IllegalStateException when the class and the schema do not fit together
     */
    static RecordShape of(Class<?> type, Schema schema) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null || schema.getType() != Schema.Type.RECORD) {
            throw new IllegalStateException(type + " is no record, or its schema is none");
        }
        if (parts.length != schema.getFields().size()) {
            throw new IllegalStateException(
                    "%s has the components %s, its schema the fields %s"
                            .formatted(
                                    type,
                                    Arrays.stream(parts).map(RecordComponent::getName).toList(),
                                    schema.getFields().stream().map(Schema.Field::name).toList()));
        }
        try {
            var components = new ArrayList<Component>();
            for (RecordComponent part : parts) {
                components.add(component(type, schema, part));
            }
            return new RecordShape(type, schema, constructor(type, parts), components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be mapped", e);
        }
    }

    private static MethodHandle constructor(Class<?> type, RecordComponent[] parts)
            throws ReflectiveOperationException {
        Constructor<?> canonical =
                type.getDeclaredConstructor(
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
        canonical.setAccessible(true);
        return MethodHandles.lookup()
                .unreflectConstructor(canonical)
                .asSpreader(Object[].class, parts.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    private static Component component(Class<?> type, Schema schema, RecordComponent part)
            throws ReflectiveOperationException {
        Schema.Field field = schema.getField(part.getName());
        String where = type.getSimpleName() + "." + part.getName();
        if (field == null) {
            throw new IllegalStateException(where + " has no field in its schema");
        }
        boolean nullable = field.schema().isNullable();
        if (nullable && part.getType().isPrimitive()) {
            throw new IllegalStateException(where + " cannot be null, its field can");
        }
        part.getAccessor().setAccessible(true);
        MethodHandle accessor =
                MethodHandles.lookup()
                        .unreflect(part.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
        Conversion values = conversion(where, part.getGenericType(), field.schema());
        return new Component(where, field.pos(), nullable, accessor, values);
    }

    private static Conversion conversion(String where, Type type, Schema declared) {
        Schema schema = withoutNull(where, declared);
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        return switch (schema.getType()) {
            case STRING ->
                    expect(where, raw, schema, raw == Duration.class ? raw : String.class)
                                    == Duration.class
                            ? new Span()
                            : new Text();
            case LONG -> {
                boolean time = schema.getLogicalType() != null;
                expect(where, raw, schema, time ? Instant.class : long.class);
                yield time ? new Time() : new Same();
            }
            case INT -> same(where, raw, schema, int.class);
            case DOUBLE -> same(where, raw, schema, double.class);
            case FLOAT -> same(where, raw, schema, float.class);
            case BOOLEAN -> same(where, raw, schema, boolean.class);
            case BYTES -> {
                expect(where, raw, schema, byte[].class);
                yield new Bytes();
            }
            case ENUM -> Choice.of(raw, schema);
            case RECORD -> of(raw, schema);
            case ARRAY -> {
                expect(where, raw, schema, List.class);
                Type item = ((ParameterizedType) type).getActualTypeArguments()[0];
                yield new Items(schema, conversion(where, item, schema.getElementType()));
            }
            case MAP -> {
                expect(where, raw, schema, Map.class);
                Type value = ((ParameterizedType) type).getActualTypeArguments()[1];
                yield new Entries(conversion(where, value, schema.getValueType()));
            }
            default -> throw new IllegalStateException(where + " cannot be " + schema);
        };
    }

    private static Conversion same(String where, Class<?> raw, Schema schema, Class<?> primitive) {
        expect(where, raw, schema, primitive);
        return new Same();
    }

    private static Class<?> expect(String where, Class<?> raw, Schema schema, Class<?> expected) {
        Class<?> boxed = MethodType.methodType(expected).wrap().returnType();
        if (raw != expected && raw != boxed) {
            throw new IllegalStateException(
                    "%s is %s, its field is %s".formatted(where, raw.getSimpleName(), schema));
        }
        return expected;
    }

    /** Of unions, only those of null and one other type have a counterpart in Java. */
    private static Schema withoutNull(String where, Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        List<Schema> others =
                schema.getTypes().stream().filter(t -> t.getType() != Schema.Type.NULL).toList();
        if (others.size() != 1) {
            throw new IllegalStateException(where + " cannot be " + schema);
        }
        return others.get(0);
    }

    @Override
    public GenericData.Record toAvro(Object value) {
        var avro = new GenericData.Record(schema);
        for (Component component : components) {
            avro.put(component.position, toAvro(component, value));
        }
        return avro;
    }

    private static Object toAvro(Component component, Object record) {
        Object value = invoke(component.accessor, record);
        if (value != null) {
            return component.values.toAvro(value);
        }
        if (!component.nullable) {
            throw new IllegalArgumentException(component.name + " is null");
        }
        return null;
    }

    private static Object invoke(MethodHandle accessor, Object record) {
        try {
            return (Object) accessor.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** From a generic record of exactly this schema. */
    @Override
    public Object fromAvro(Object value) {
        var avro = (IndexedRecord) value;
        var arguments = new Object[components.size()];
        for (int i = 0; i < arguments.length; i++) {
            Component component = components.get(i);
            Object field = avro.get(component.position);
            arguments[i] = field == null ? null : component.values.fromAvro(field);
        }
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(
                    "no %s can be made of it: %s".formatted(type.getSimpleName(), e.getMessage()),
                    e);
        }
    }
}
