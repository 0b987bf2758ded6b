package org.tocsin.stages.watch;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;

/** How values of one type are written. */
sealed interface Form permits Form.OrNull, Form.Items, Plain, RecordForm {

    void write(Object value, FormOutput out);

    Object read(FormInput in);

    /** What a reader must know to read it, the same in every process. */
    String description();

    /**
     * @throws IllegalStateException for a type that no memory holds so far
     */
    static Form of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Form items = of(list.getActualTypeArguments()[0]);
            return new OrNull(new Items(items instanceof OrNull some ? some.values() : items));
        }
        if (!(type instanceof Class<?> raw)) {
            throw new IllegalStateException("no form for " + type);
        }
        if (raw == int.class || raw == Integer.class) {
            return new Plain.Whole(true);
        }
        if (raw == long.class) {
            return new Plain.Whole(false);
        }
        if (raw == boolean.class) {
            return new Plain.Flag();
        }
        return new OrNull(ofNullable(raw));
    }

    private static Form ofNullable(Class<?> type) {
        if (type == String.class) {
            return new Plain.Text();
        }
        if (type == Instant.class) {
            return new Plain.Time();
        }
        if (type.isEnum()) {
            return new Plain.Choice(type.getEnumConstants());
        }
        if (type.isRecord()) {
            return RecordForm.of(type);
        }
        throw new IllegalStateException("no form for " + type);
    }

    /** A value or null. */
    record OrNull(Form values) implements Form {
        @Override
        public void write(Object value, FormOutput out) {
            out.octet(value == null ? 0 : 1);
            if (value != null) {
                values.write(value, out);
            }
        }

        @Override
        public Object read(FormInput in) {
            return switch (in.octet()) {
                case 0 -> null;
                case 1 -> values.read(in);
                default -> throw new IllegalArgumentException("neither a value nor none");
            };
        }

        @Override
        public String description() {
            return values.description() + "?";
        }
    }

    /** A list without nulls. */
    record Items(Form items) implements Form {
        @Override
        public void write(Object value, FormOutput out) {
            var list = (List<?>) value;
            out.number(list.size());
            for (Object item : list) {
                items.write(item, out);
            }
        }

        @Override
        public Object read(FormInput in) {
            var list = new Object[in.count()];
            for (int i = 0; i < list.length; i++) {
                list[i] = items.read(in);
            }
            return List.of(list);
        }

        @Override
        public String description() {
            return "list of " + items.description();
        }
    }
}
