package org.tocsin.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HexNamesTest {

    private static final List<String> NAMES =
            List.of("0000000000000001", "ffffffffffffffff", "00c0ffee00c0ffee");

    @Test
    void readsAsTheListThatItWasMadeOf() {
        List<String> packed = HexNames.copyOf(NAMES);

        assertThat(packed).isInstanceOf(HexNames.class).isEqualTo(NAMES).hasSameHashCodeAs(NAMES);
        assertThat(NAMES).isEqualTo(packed);
        assertThatThrownBy(() -> packed.set(0, "x"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsNamesOfAnyOtherShapeAsTheyAre() {
        List<String> mixed = List.of("0000000000000001", "A000000000000001", "short");

        assertThat(HexNames.copyOf(mixed)).isEqualTo(mixed).isNotInstanceOf(HexNames.class);
        assertThat(HexNames.copyOf(List.of())).isEmpty();
    }
}
