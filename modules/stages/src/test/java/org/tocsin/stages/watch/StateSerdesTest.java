package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class StateSerdesTest {

    /** What a memory may hold, in one record. */
    public record Drawer(
            String name, Instant since, int count, long weight, boolean open, List<Fold> folds) {}

    public record Fold(Colour colour, List<Integer> sizes, List<String> names) {}

    public enum Colour {
        RED,
        BLUE
    }

    /** The drawer as another version has it. */
    public record Shelf(String name, Instant since, int count, long weight, boolean open) {}

    private static final Drawer DRAWER =
            new Drawer(
                    "صندوق 🗄",
                    Instant.parse("1969-12-31T23:59:59.123456789Z"),
                    Integer.MIN_VALUE,
                    Long.MAX_VALUE,
                    true,
                    List.of(
                            new Fold(Colour.BLUE, List.of(0, -1, 300), List.of("", "a", "a")),
                            new Fold(null, List.of(), null)));

    private final Serde<Drawer> serde = StateSerdes.of(Drawer.class);

    @Test
    void readsWhatItWrote() {
        assertThat(read(write(DRAWER))).isEqualTo(DRAWER);
        assertThat(read(write(new Drawer(null, null, 0, 0, false, null))))
                .isEqualTo(new Drawer(null, null, 0, 0, false, null));
        assertThat(read(null)).isNull();
        assertThat(write(null)).isNull();
    }

    @Test
    void writesATextOnceHoweverOftenItIsThere() {
        var names = Collections.nCopies(100, "a name that is said again and again");
        var fold = new Fold(Colour.RED, List.of(), names);

        byte[] bytes = write(new Drawer("d", Instant.EPOCH, 1, 1, true, List.of(fold)));

        assertThat(bytes).hasSizeLessThan(200);
    }

    @Test
    void refusesAnotherForm() {
        byte[] shelf =
                StateSerdes.of(Shelf.class)
                        .serializer()
                        .serialize("t", new Shelf("s", Instant.EPOCH, 1, 1, true));

        assertThatThrownBy(() -> read(shelf)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("{\"name\":\"d\"}".getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesWhatIsCutOffOrGoesOn() {
        byte[] whole = write(DRAWER);

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(SerializationException.class);
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(SerializationException.class);
    }

    private byte[] write(Drawer drawer) {
        return serde.serializer().serialize("t", drawer);
    }

    private Drawer read(byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }
}
