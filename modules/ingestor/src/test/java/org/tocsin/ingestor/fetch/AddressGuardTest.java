package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressGuardTest {

    @Test
    void usesOnlyThePublicAddressesOfAMixedAnswer() throws UnknownHostException {
        AddressGuard guard =
                AddressGuard.publicOnly()
                        .resolvingBy(host -> addresses("10.0.0.1", "9.9.9.9", "127.0.0.1"));

        InetAddress[] allowed = guard.resolve("mixed.example");

        assertThat(allowed).containsExactly(addresses("9.9.9.9"));
    }

    @Test
    void tellsAHostThatIsRefusedFromOneThatDoesNotExist() {
        AddressGuard inside = AddressGuard.publicOnly().resolvingBy(host -> addresses("10.0.0.1"));
        AddressGuard nowhere =
                AddressGuard.publicOnly()
                        .resolvingBy(
                                host -> {
                                    throw new UnknownHostException(host);
                                });

        assertThatThrownBy(() -> inside.resolve("inside.example"))
                .isInstanceOf(AddressGuard.Refused.class)
                .hasMessage("inside.example is not a public address");
        assertThatThrownBy(() -> nowhere.resolve("no.example"))
                .isNotInstanceOf(AddressGuard.Refused.class)
                .hasMessage("no.example");
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var found = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            found[i] = InetAddress.getByName(literals[i]);
        }
        return found;
    }
}
