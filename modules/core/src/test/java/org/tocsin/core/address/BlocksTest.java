package org.tocsin.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlocksTest {

    @ParameterizedTest
    @CsvSource({
        "10.20.0.1, true",
        "10.21.0.1, false",
        "192.0.2.7, true",
        "192.0.2.8, false",
        "fd00::1, true",
        "::1, false"
    })
    void containWhatLiesInThem(String address, boolean inside) throws Exception {
        Blocks blocks = Blocks.of("10.20.0.0/16, 192.0.2.7,fd00::/8");

        assertThat(blocks.contains(InetAddress.getByName(address))).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0/8",
                "1.2.3.999",
                "::/129",
                "10.0.0.0/"
            })
    void areNumbersAndNothingElse(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of(written));
    }
}
