package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "HTTP://Example.COM http://example.com/",
                "https://example.com:443/a https://example.com/a",
                "http://example.com:80 http://example.com/",
                "http://example.com:/a http://example.com/a",
                "http://example.com:8080/a http://example.com:8080/a",
                "http://example.com./feed http://example.com/feed",
                "http://example.com/a#b http://example.com/a",
                "http://example.com/a%zz?q=a|b http://example.com/a%25zz?q=a%7Cb",
                "http://bücher.example/é http://xn--bcher-kva.example/%C3%A9",
                "http://bücher.example:8080/ http://xn--bcher-kva.example:8080/",
                "http://under_score.example/ http://under_score.example/",
                "http://2130706433/ http://127.0.0.1/",
                "http://127.1/ http://127.0.0.1/",
                "http://0x7f.1/ http://127.0.0.1/",
                "http://0X7F000001/ http://127.0.0.1/",
                "http://017700000001/ http://127.0.0.1/",
                "http://0177.0.0.01/ http://127.0.0.1/",
                "http://0x/ http://0.0.0.0/",
                "http://1.2.3.4./ http://1.2.3.4/",
                "http://[::FFFF:127.0.0.1]/ http://[::ffff:127.0.0.1]/"
            })
    void bringsAddressesIntoOneForm(String written, String address) throws URISyntaxException {
        assertThat(WebAddress.of(written)).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file:///etc/passwd | only http and https are read",
                "feed://example.com/ | only http and https are read",
                "gopher://example.com/ | only http and https are read",
                "example.com/feed | only http and https are read",
                "http:///feed | no host in the address",
                "http:feed | no host in the address",
                "http://user@example.com/ | a user in the address",
                "http://example.com@127.0.0.1/ | a user in the address",
                "http://:pass@example.com/ | a user in the address",
                "http://[fe80::1%25eth0]/ | no proper IPv6 address",
                "http://[fe80::1%eth0]/ | no proper IPv6 address",
                "http://[nonsense]/ | Malformed IPv6 address",
                "http://256.1.1.1/ | no proper IPv4 address",
                "http://1.2.3.4.5/ | no proper IPv4 address",
                "http://4294967296/ | no proper IPv4 address",
                "http://08.1.1.1/ | no proper IPv4 address",
                "http://a.b.7/ | no proper IPv4 address",
                "http://example.com:25/ | port 25 is not asked",
                "http://example.com:0/ | port 0 is not asked",
                "http://example.com:99999/ | port 99999 is not asked",
                "http://example.com:1000000/ | port 1000000 is not asked"
            })
    void refusesWhatMayNotBeAsked(String written, String reason) {
        assertThatThrownBy(() -> WebAddress.of(written))
                .isInstanceOfSatisfying(
                        URISyntaxException.class,
                        fault -> assertThat(fault.getReason()).isEqualTo(reason));
    }

    @Test
    void refusesAnAddressLongerThanAnybodyNeeds() {
        assertThatThrownBy(() -> WebAddress.of("http://example.com/" + "a".repeat(4_000)))
                .hasMessageContaining("address too long");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/new http://example.com/new",
                "new http://example.com/a/new",
                "?page=2 http://example.com/a/b?page=2",
                "//other.example/x http://other.example/x",
                "../../../x http://example.com/x",
                "https://other.example https://other.example/"
            })
    void followsReferencesAsServersWriteThem(String reference, String address)
            throws URISyntaxException {
        assertThat(WebAddress.of(URI.create("http://example.com/a/b?page=1"), reference))
                .hasToString(address);
    }
}
