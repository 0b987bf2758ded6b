package org.tocsin.gateway.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.json.Json;

/** Webhooks and channels: JSON posted to a URL, webhooks with their signature. */
final class WebPosts implements Means {

    private final WebClient client;
    private final Wording wording;
    private final Clock clock;

    WebPosts(WebClient client, Wording wording, Clock clock) {
        this.client = client;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Outcome> send(Subscriber subscriber, List<Delivery> deliveries) {
        byte[] body = Json.line(body(subscriber, deliveries)).getBytes(UTF_8);
        return client.send(
                new WebClient.Post(
                        subscriber.address(), headers(subscriber, deliveries, body), body));
    }

    private Object body(Subscriber subscriber, List<Delivery> deliveries) {
        return switch (subscriber.kind()) {
            case SLACK -> SlackBody.of(subscriber, deliveries, wording);
            case TEAMS -> TeamsBody.of(subscriber, deliveries, wording);
            default -> Envelope.of(deliveries, clock.instant());
        };
    }

    private Map<String, String> headers(
            Subscriber subscriber, List<Delivery> deliveries, byte[] body) {
        return subscriber.secret() == null
                ? Map.of()
                : Signer.headers(
                        Envelope.id(deliveries),
                        clock.instant(),
                        body,
                        subscriber.secretsAt(clock.instant()));
    }
}
