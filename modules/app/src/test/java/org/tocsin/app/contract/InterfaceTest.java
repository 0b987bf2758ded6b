package org.tocsin.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.gateway.Gateway;
import org.tocsin.gateway.contract.Contract;
import org.tocsin.gateway.contract.Description.Operation;
import org.tocsin.gateway.contract.Exchange;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** Every operation of the interface, on a gateway with a broker behind it. */
final class InterfaceTest {

    private static final long SEED = 20260101;

    private static EmbeddedPlatform platform;
    private static Gateway gateway;
    private static Contract contract;
    private static Walk walk;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        var environment =
                Map.of(
                        "TOCSIN_DATA", folder.toString(),
                        "TOCSIN_HTTP_PORT", "0",
                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
        platform = EmbeddedPlatform.start(Settings.from(environment));
        var serdes = new AvroSerdes(platform.settings().registry());
        contract = new Contract();
        try (var news = new NewsOfExamples(platform.settings(), serdes, contract.description())) {
            news.write();
        }
        gateway = new Gateway(platform.settings(), serdes, Clock.systemUTC());
        walk = new Walk(contract, gateway.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        platform.close();
    }

    @Test
    void answersEveryOperationAsItIsDescribed() throws Exception {
        List<Operation> operations = inAnOrderThatMakesSense();

        var faults = new ArrayList<String>();
        for (Operation operation : operations) {
            walk.ask(operation).ifPresent(faults::add);
        }

        assertThat(faults).isEmpty();
        assertThat(contract.answered())
                .containsAll(operations.stream().map(Operation::name).toList());
    }

    @Test
    void answersNonsenseAsItIsDescribedAndNeverFails() throws Exception {
        var nonsense = new Nonsense(SEED, walk);

        var faults = new ArrayList<String>();
        for (Operation operation : inAnOrderThatMakesSense()) {
            // Of what is only read more, since that costs nothing.
            int times = operation.method().equals("GET") ? 5 : 2;
            for (int i = 0; i < times; i++) {
                Nonsense.Asked asked = nonsense.about(operation);
                Exchange exchange = walk.send(asked.request(), asked.sent());
                List<String> wrong = contract.faults(exchange);
                if (exchange.status() >= 500 || !wrong.isEmpty()) {
                    faults.add(
                            "%s %s <- %s: %d %s %s"
                                    .formatted(
                                            exchange.method(),
                                            exchange.target(),
                                            asked.sent(),
                                            exchange.status(),
                                            exchange.body(),
                                            wrong));
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void changesNothingThatSomebodyElseChangedMeanwhile() throws Exception {
        String feed = "{\"url\": \"https://tide.example/rss\"}";
        Exchange added = walk.send("POST", "/api/v1/feeds", feed);
        String path = added.headers().firstValue("Location").orElseThrow();
        String read = tag(added);

        Exchange changed = walk.send("PUT", path, "{\"title\": \"Tide\"}", "If-Match", read);
        Exchange late = walk.send("PUT", path, "{\"title\": \"Ebb\"}", "If-Match", read);
        Exchange lateEnd = walk.send("DELETE", path, "", "If-Match", read);
        Exchange end = walk.send("DELETE", path, "", "If-Match", tag(changed));

        assertThat(List.of(changed, late, lateEnd, end))
                .extracting(Exchange::status)
                .containsExactly(200, 412, 412, 204);
    }

    @Test
    void createsOnlyWhereThereIsNoneIfThatIsAskedFor() throws Exception {
        String actor = "{\"name\": \"Tide Keepers\", \"type\": \"organisation\"}";
        String path = "/api/v1/lexicon/tide-keepers";

        Exchange created = walk.send("PUT", path, actor, "If-None-Match", "*");
        Exchange again = walk.send("PUT", path, actor, "If-None-Match", "*");
        Exchange same = walk.send("PUT", path, actor, "If-Match", tag(created));

        assertThat(List.of(created, again, same))
                .extracting(Exchange::status)
                .containsExactly(201, 412, 200);
        assertThat(tag(same)).isEqualTo(tag(created));
    }

    private static String tag(Exchange exchange) {
        return exchange.headers().firstValue("ETag").orElseThrow();
    }

    /** Changes first, so that there is something to show, and what ends things last. */
    private static List<Operation> inAnOrderThatMakesSense() {
        var changes = new ArrayList<Operation>();
        var shows = new ArrayList<Operation>();
        var ends = new ArrayList<Operation>();
        for (Operation operation : contract.description().operations()) {
            if (operation.at().at("x-tried-by").isThere()) {
                continue;
            }
            switch (operation.method()) {
                case "GET" -> shows.add(operation);
                case "DELETE" -> ends.add(operation);
                default -> changes.add(operation);
            }
        }
        Collections.reverse(ends);
        changes.addAll(shows);
        changes.addAll(ends);
        return changes;
    }
}
