package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that are sent again since no answer came. A preview is begun without a broker too. */
class RetriesTest {

    private static final String RULE = "{\"id\": \"river\", \"when\": \"flood\"}";
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void doesOnceWhatIsSentTwiceWithOneKey() {
        var first = preview(RULE, "once");
        var again = preview(RULE, "once");
        var other = preview(RULE, "another");

        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isNotEqualTo(other.headers().firstValue("Location"));
        assertThat(first.headers().firstValue(Retries.REPLAYED)).isEmpty();
        assertThat(again.headers().firstValue(Retries.REPLAYED)).hasValue("true");
    }

    @Test
    void refusesAKeyThatCameWithAnotherRequest() {
        preview(RULE, "reused");

        assertThat(preview(RULE.replace("flood", "drought"), "reused").statusCode()).isEqualTo(422);
    }

    @Test
    void letsWhatFailedBeTriedAgain() {
        var refused = preview("{\"id\": \"river\", \"when\": \"AND\"}", "failed");
        var mended = preview(RULE, "failed");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(mended.statusCode()).isEqualTo(202);
    }

    private static HttpResponse<String> preview(String rule, String key) {
        return site.send(
                "POST",
                "/api/v1/watchlists/preview",
                rule,
                "Content-Type",
                "application/json",
                Retries.HEADER,
                key);
    }
}
