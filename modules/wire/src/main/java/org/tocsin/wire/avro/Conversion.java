package org.tocsin.wire.avro;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Turns the value of one component into Avro's generic form and back. Never sees null. */
sealed interface Conversion
        permits Conversion.Same,
                Conversion.Text,
                Conversion.Time,
                Conversion.Span,
                Conversion.Bytes,
                Conversion.Choice,
                Conversion.Items,
                Conversion.Entries,
                RecordShape {

    Object toAvro(Object value);

    Object fromAvro(Object value);

    /** Numbers and booleans: the same on both sides. */
    record Same() implements Conversion {
        @Override
        public Object toAvro(Object value) {
            return value;
        }

        @Override
        public Object fromAvro(Object value) {
            return value;
        }
    }

    record Text() implements Conversion {
        @Override
        public Object toAvro(Object value) {
            return value;
        }

        @Override
        public Object fromAvro(Object value) {
            return value.toString();
        }
    }

    record Time() implements Conversion {
        @Override
        public Object toAvro(Object value) {
            return ((Instant) value).toEpochMilli();
        }

        @Override
        public Object fromAvro(Object value) {
            // A serde that knows logical types has already made an instant of it.
            return value instanceof Instant ? value : Instant.ofEpochMilli((Long) value);
        }
    }

    record Span() implements Conversion {
        @Override
        public Object toAvro(Object value) {
            return value.toString();
        }

        @Override
        public Object fromAvro(Object value) {
            return Duration.parse(value.toString());
        }
    }

    record Bytes() implements Conversion {
        @Override
        public Object toAvro(Object value) {
            return ByteBuffer.wrap((byte[]) value);
        }

        @Override
        public Object fromAvro(Object value) {
            var bytes = new byte[((ByteBuffer) value).remaining()];
            ((ByteBuffer) value).duplicate().get(bytes);
            return bytes;
        }
    }

    /** By name, both ways; names are the symbols. */
    record Choice(Map<String, GenericData.EnumSymbol> symbols, Map<String, Enum<?>> constants)
            implements Conversion {

        static Choice of(Class<?> type, Schema schema) {
            var symbols = new LinkedHashMap<String, GenericData.EnumSymbol>();
            var constants = new LinkedHashMap<String, Enum<?>>();
            for (Object each : type.getEnumConstants()) {
                var constant = (Enum<?>) each;
                symbols.put(constant.name(), new GenericData.EnumSymbol(schema, constant.name()));
                constants.put(constant.name(), constant);
            }
            if (!List.copyOf(symbols.keySet()).equals(schema.getEnumSymbols())) {
                throw new IllegalStateException(
                        "%s has %s, its schema has %s"
                                .formatted(type, symbols.keySet(), schema.getEnumSymbols()));
            }
            return new Choice(symbols, constants);
        }

        @Override
        public Object toAvro(Object value) {
            return symbols.get(((Enum<?>) value).name());
        }

        @Override
        public Object fromAvro(Object value) {
            return constants.get(value.toString());
        }
    }

    record Items(Schema schema, Conversion item) implements Conversion {
        @Override
        public Object toAvro(Object value) {
            var items = (Collection<?>) value;
            var array = new GenericData.Array<Object>(items.size(), schema);
            items.forEach(each -> array.add(item.toAvro(each)));
            return array;
        }

        @Override
        public Object fromAvro(Object value) {
            var items = (Collection<?>) value;
            var list = new ArrayList<Object>(items.size());
            items.forEach(each -> list.add(item.fromAvro(each)));
            return list;
        }
    }

    record Entries(Conversion entry) implements Conversion {
        @Override
        public Object toAvro(Object value) {
            var map = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) value).forEach((key, each) -> map.put((String) key, entry.toAvro(each)));
            return map;
        }

        @Override
        public Object fromAvro(Object value) {
            var map = new LinkedHashMap<String, Object>();
            ((Map<?, ?>) value)
                    .forEach((key, each) -> map.put(key.toString(), entry.fromAvro(each)));
            return map;
        }
    }
}
