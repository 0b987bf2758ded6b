package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String SECRET = "key";
    private static final String BODY = "The quick brown fox jumps over the lazy dog";

    /** The pairs of RFC 2202 and its successors that everybody knows for this text and key. */
    @ParameterizedTest
    @CsvSource({
        "sha1, de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9",
        "sha256, f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
        "SHA256, F7BC83F430538424B13298E6AA6FB143EF4D59A14946175997479DBC2D1A3CD8",
        "sha384, d7f4727e2c0b39ae0f1e40cc96f60242d5b7801841cea6fc592c5d3e1ae50700582a96cf35e1e554995fe4e03381c237",
        "sha512, b42af09057bac1e2d41708e48a902e09b5ff7f12ab428a4fe86653c73dd248fb82f948a549f7b791a5b41915ee4d1ec3935357e4e2317250d0372afa2ebeeb3a"
    })
    void holdsForTheBodyThatWasSigned(String method, String hex) {
        Signature signature = Signature.claimed(method + "=" + hex, SECRET).orElseThrow();

        signature.update(bytes(BODY.substring(0, 10)));
        signature.update(bytes(BODY.substring(10)));

        assertThat(signature.holds()).isTrue();
    }

    @Test
    void breaksWithOneByteMoreOrAnotherSecret() {
        String header = "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9";
        Signature longer = Signature.claimed(header, SECRET).orElseThrow();
        Signature other = Signature.claimed(header, "another").orElseThrow();

        longer.update(bytes(BODY + "."));
        other.update(bytes(BODY));

        assertThat(longer.holds()).isFalse();
        assertThat(other.holds()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "=",
                "sha256",
                "sha256=",
                "md5=aa",
                "sha256=xyz",
                "sha256=abc",
                "none=00"
            })
    void isNoneWhereTheHeaderIsNone(String header) {
        boolean holds = Signature.claimed(header, SECRET).map(Signature::holds).orElse(false);

        assertThat(holds).isFalse();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
