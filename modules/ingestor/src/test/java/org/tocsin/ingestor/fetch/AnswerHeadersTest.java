package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHeadersTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "max-age=600 | PT10M",
                "MAX-AGE=\"600\", public | PT10M",
                "s-maxage=60 | PT1M",
                "s-maxage=60, max-age=5 | PT5S",
                "max-age=600, no-cache | PT0S",
                "no-store | PT0S",
                "max-age=99999999999999999999 | PT596523H14M8S",
                "max-age=soon | -",
                "max-age=-1 | -",
                "private | -",
                "max-age | -",
                ",,;=\" | -"
            })
    void readsCacheControl(String value, String freshFor) {
        assertThat(freshness("Cache-Control", value)).isEqualTo(duration(freshFor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 20 May 2024 13:00:00 GMT | PT1H",
                "Monday, 20-May-24 13:00:00 GMT | PT1H",
                "Mon, 20 May 2024 11:00:00 GMT | PT0S",
                "0 | PT0S",
                "tomorrow | PT0S"
            })
    void readsExpires(String value, String freshFor) {
        assertThat(freshness("Expires", value)).isEqualTo(duration(freshFor));
    }

    @Test
    void countsExpiryFromTheServersOwnClockAndTakesOffTheAge() {
        assertThat(
                        freshness(
                                "Expires", "Mon, 20 May 2024 13:00:00 GMT",
                                "Date", "Mon, 20 May 2024 12:30:00 GMT"))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(freshness("Cache-Control", "max-age=60", "Age", "20"))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(freshness("Cache-Control", "max-age=60", "Age", "80")).isEqualTo(Duration.ZERO);
        assertThat(freshness("Cache-Control", "max-age=60", "Age", "old"))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(
                        freshness(
                                "Cache-Control", "max-age=60",
                                "Expires", "Mon, 20 May 2024 13:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(freshness()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "<https://h/>; rel=hub | https://h/",
                "<https://h/>;rel=\"hub\" | https://h/",
                "<https://h/>; title=\"a, <b>; rel=x\"; rel=\"self HUB\" | https://h/",
                "<https://h/a,b;c=d>; REL=hub | https://h/a,b;c=d",
                "<x>; rel=self , <y>; rel=hub | y",
                "<x>; rel=self; rel=hub | -",
                "<x>; rel=hub; anchor=\"/other\", <y>; rel=hub | y",
                "<x>; rel=github | -",
                "<x>; rel=\"hub | x",
                "<x> rel=hub | -",
                "<x | -",
                "x; rel=hub | -",
                "<x>; ; = ; rel = hub | x",
                "'' | -"
            })
    void findsTheTargetOfALink(String header, String target) {
        assertThat(LinkHeader.target(header, "hub")).isEqualTo(target);
    }

    private static Duration freshness(String... headers) {
        var reply = new BasicHttpResponse(200);
        for (int i = 0; i < headers.length; i += 2) {
            reply.addHeader(headers[i], headers[i + 1]);
        }
        return Freshness.of(reply, NOW);
    }

    private static Duration duration(String text) {
        return text == null ? null : Duration.parse(text);
    }
}
