package org.tocsin.gateway.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Severity;
import org.tocsin.wire.settings.SealKeys;

/** What the log shows of subscribers, and who can read the rest. */
class SealTest {

    private static final String ONE = "one:" + key(1);
    private static final String TWO = "two:" + key(2);

    @Test
    void writesNothingSecretAndReadsAllOfIt() {
        Seal seal = new Seal(SealKeys.of(ONE));
        Subscriber desk = desk("night");

        Subscriber sealed = seal.sealed(desk);

        assertThat(sealed.secret()).startsWith("sealed:one:").isNotEqualTo(desk.secret());
        assertThat(sealed.address()).startsWith("sealed:one:").doesNotContain("desk.example");
        assertThat(sealed.formerSecret()).isNull();
        assertThat(seal.sealed(desk).secret()).isNotEqualTo(sealed.secret());
        assertThat(seal.opened(sealed)).isEqualTo(desk);
        assertThat(seal.outdated()).isEmpty();
    }

    @Test
    void readsWhatIsClearOrUnderAnOlderKeyAndKnowsThatItIs() {
        Subscriber clear = desk("clear");
        Subscriber old = new Seal(SealKeys.of(ONE)).sealed(desk("old"));
        Seal seal = new Seal(SealKeys.of(TWO + ", " + ONE));

        assertThat(seal.opened(clear)).isEqualTo(clear);
        assertThat(seal.opened(old)).isEqualTo(desk("old"));
        assertThat(seal.outdated()).containsExactlyInAnyOrder("clear", "old");

        seal.opened(seal.sealed(desk("old")));
        assertThat(seal.outdated()).containsExactly("clear");
    }

    @Test
    void opensNothingWithoutTheKeyNorInAnothersPlace() {
        Subscriber sealed = new Seal(SealKeys.of(ONE)).sealed(desk("night"));
        Subscriber stolen =
                new Seal(SealKeys.of(ONE)).sealed(desk("day")).veiled(t -> sealed.secret());

        assertThat(new Seal(SealKeys.NONE).opened(sealed)).isEqualTo(sealed);
        assertThat(new Seal(SealKeys.of("one:" + key(3))).opened(sealed)).isEqualTo(sealed);
        assertThat(new Seal(SealKeys.of(ONE)).opened(stolen).isSealed()).isTrue();
        assertThat(sealed.to()).isEqualTo("sealed");
    }

    @Test
    void leavesAsItIsWhatItCannotReadWhenSomethingElseIsChanged() {
        Subscriber sealed = new Seal(SealKeys.of(ONE)).sealed(desk("night"));
        Seal seal = new Seal(SealKeys.of(TWO));

        Subscriber changed = seal.sealed(seal.opened(sealed).withVersion(2));

        assertThat(new Seal(SealKeys.of(ONE)).opened(changed))
                .isEqualTo(desk("night").withVersion(2));
    }

    @Test
    void refusesAKeyThatIsNoneWithoutSayingIt() {
        assertThatThrownBy(() -> SealKeys.of("one:c2hvcnQ="))
                .hasMessageContaining("32 bytes")
                .message()
                .doesNotContain("c2hvcnQ");
        assertThat(SealKeys.of(TWO + "," + ONE)).hasToString("SealKeys[two, one]");
        assertThat(SealKeys.of(TWO + "," + ONE).sealing()).hasValue("two");
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Subscriber desk(String id) {
        return new Subscriber(
                id,
                "A desk",
                Subscriber.Kind.WEBHOOK,
                "https://desk.example/alerts?token=1",
                List.of(),
                Severity.LOW,
                List.of(),
                null,
                Subscriber.State.ACTIVE,
                null,
                Instant.parse("2026-03-02T12:00:00Z"),
                "whsec_c2VjcmV0",
                null,
                null,
                1);
    }
}
