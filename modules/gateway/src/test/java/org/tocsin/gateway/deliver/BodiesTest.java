package org.tocsin.gateway.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.gateway.deliver.Invented.NOON;
import static org.tocsin.gateway.deliver.Invented.alert;
import static org.tocsin.gateway.deliver.Invented.subscriber;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber.Kind;
import org.tocsin.core.json.Json;

final class BodiesTest {

    private static final Wording WORDING =
            new Wording(Optional.of(URI.create("https://tocsin.example/")));

    private static List<Delivery> of(String... headlines) {
        return IntStream.range(0, headlines.length)
                .mapToObj(i -> Delivery.of(alert("a" + i, headlines[i]), "desk", NOON, NOON))
                .toList();
    }

    private static JsonNode json(Object body) throws Exception {
        return Json.mapper().readTree(Json.line(body));
    }

    @Test
    void letNoHeadlineCallASlackChannelTogether() throws Exception {
        var deliveries = of("<!channel> *Ferry* & port");

        JsonNode body = json(SlackBody.of(subscriber(Kind.SLACK, null), deliveries, WORDING));

        assertThat(body.at("/blocks/0/text/text").asText())
                .isEqualTo(
                        "*&lt;!channel&gt; ∗Ferry∗ &amp; port*\n"
                                + "<https://tocsin.example/?thread=thread+a0|Open>");
        assertThat(body.at("/blocks/1/elements/0/text").asText())
                .isEqualTo("High · Escalated · harbour · 2 independent origins · “ferry”");
        assertThat(body.at("/text").asText()).doesNotContain("<!channel>");
    }

    @Test
    void stayWithinWhatSlackTakes() throws Exception {
        String[] many = new String[120];
        java.util.Arrays.fill(many, "Ferry ".repeat(900));

        JsonNode body = json(SlackBody.of(subscriber(Kind.SLACK, "PT1H"), of(many), WORDING));

        assertThat(body.at("/blocks")).hasSizeLessThanOrEqualTo(50);
        assertThat(body.at("/blocks/0/text/text").asText()).hasSizeLessThanOrEqualTo(3_000);
        assertThat(body.at("/blocks/40/elements/0/text").asText()).isEqualTo("and 100 more");
    }

    @Test
    void areAnAdaptiveCardForTeams() throws Exception {
        var deliveries = of("[Ferry](https://trap.example) halted");

        JsonNode body = json(TeamsBody.of(subscriber(Kind.TEAMS, null), deliveries, WORDING));

        assertThat(body.at("/type").asText()).isEqualTo("message");
        JsonNode card = body.at("/attachments/0");
        assertThat(card.at("/contentType").asText())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(card.at("/content/type").asText()).isEqualTo("AdaptiveCard");
        JsonNode container = card.at("/content/body/0");
        assertThat(container.at("/items/0/text").asText())
                .isEqualTo("\\[Ferry\\](https://trap.example) halted");
        assertThat(container.at("/selectAction/url").asText()).contains("thread=thread+a0");
    }

    @Test
    void putADigestIntoOneEnvelopeWithAnIdOfItsOwn() throws Exception {
        var deliveries = of("Ferry halted", "Port shut");

        JsonNode body = json(Envelope.of(deliveries, NOON));

        assertThat(body.at("/type").asText()).isEqualTo("org.tocsin.alert.digest");
        assertThat(body.at("/data/alerts").findValuesAsText("headline"))
                .containsExactly("Ferry halted", "Port shut");
        assertThat(Envelope.id(deliveries))
                .isEqualTo(Envelope.id(of("Ferry halted", "Port shut")))
                .isNotEqualTo(Envelope.id(of("Ferry halted")));
    }
}
