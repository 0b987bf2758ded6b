package org.tocsin.stages.watch;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The forms of values that hold no others. */
sealed interface Plain extends Form {

    /** A number of 32 or 64 bits. */
    record Whole(boolean small) implements Plain {
        @Override
        public void write(Object value, FormOutput out) {
            out.signed(((Number) value).longValue());
        }

        @Override
        public Object read(FormInput in) {
            long value = in.signed();
            if (!small) {
                return value;
            }
            if (value != (int) value) {
                throw new IllegalArgumentException(value + " is too large");
            }
            return (int) value;
        }

        @Override
        public String description() {
            return small ? "int" : "long";
        }
    }

    /** True or false. */
    record Flag() implements Plain {
        @Override
        public void write(Object value, FormOutput out) {
            out.octet((boolean) value ? 1 : 0);
        }

        @Override
        public Object read(FormInput in) {
            return in.octet() != 0;
        }

        @Override
        public String description() {
            return "boolean";
        }
    }

    /** Words. */
    record Text() implements Plain {
        @Override
        public void write(Object value, FormOutput out) {
            out.text((String) value);
        }

        @Override
        public Object read(FormInput in) {
            return in.text();
        }

        @Override
        public String description() {
            return "text";
        }
    }

    /** Seconds since 1970 and the nanoseconds beyond them: alerts tell times as they were told. */
    record Time() implements Plain {
        @Override
        public void write(Object value, FormOutput out) {
            Instant time = (Instant) value;
            out.signed(time.getEpochSecond());
            out.number(time.getNano());
        }

        @Override
        public Object read(FormInput in) {
            long seconds = in.signed();
            long nanos = in.number();
            if (seconds < Instant.MIN.getEpochSecond()
                    || seconds > Instant.MAX.getEpochSecond()
                    || nanos < 0
                    || nanos > 999_999_999) {
                throw new IllegalArgumentException("no time");
            }
            return Instant.ofEpochSecond(seconds, nanos);
        }

        @Override
        public String description() {
            return "time";
        }
    }

    /** One of an enum's constants, by its place among them. */
    record Choice(Object[] constants) implements Plain {
        @Override
        public void write(Object value, FormOutput out) {
            out.number(((Enum<?>) value).ordinal());
        }

        @Override
        public Object read(FormInput in) {
            long place = in.number();
            if (place < 0 || place >= constants.length) {
                throw new IllegalArgumentException("none of " + description());
            }
            return constants[(int) place];
        }

        @Override
        public String description() {
            return Arrays.stream(constants)
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining("|"));
        }
    }
}
