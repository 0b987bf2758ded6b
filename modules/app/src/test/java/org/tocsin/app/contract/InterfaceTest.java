package org.tocsin.app.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
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
        var readings = new ArrayList<Callable<Optional<String>>>();
        var faults = new ArrayList<String>();

        for (Operation operation : inAnOrderThatMakesSense()) {
            boolean isReading = operation.method().equals("GET");
            // Of what is only read more, since that costs nothing.
            for (int i = 0; i < (isReading ? 5 : 2); i++) {
                Nonsense.Asked asked = nonsense.about(operation);
                if (isReading) {
                    readings.add(() -> faultOf(asked));
                } else {
                    faultOf(asked).ifPresent(faults::add);
                }
            }
        }
        // Several at a time, since those that look into the log mostly wait for it.
        ExecutorService readers = Executors.newFixedThreadPool(6);
        for (Future<Optional<String>> each : readers.invokeAll(readings)) {
            each.get().ifPresent(faults::add);
        }
        readers.shutdown();

        assertThat(faults).isEmpty();
    }

    private static Optional<String> faultOf(Nonsense.Asked asked) throws Exception {
        Exchange exchange = walk.send(asked.request(), asked.sent());
        List<String> wrong = contract.faults(exchange);
        if (isOverloaded(exchange) || exchange.status() < 500 && wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s %s <- %s: %d %s %s"
                        .formatted(
                                exchange.method(),
                                exchange.target(),
                                asked.sent(),
                                exchange.status(),
                                exchange.body(),
                                wrong));
    }

    /** Two at a time look into the log; the third is told so, which is as it is described. */
    private static boolean isOverloaded(Exchange exchange) {
        return exchange.status() == 503 && exchange.body().contains("others search the log");
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

    @Test
    void exportsWhatTheLogHasWhereNoBoardHoldsItAll() throws Exception {
        var serdes = new AvroSerdes(platform.settings().registry());
        try (var news = new NewsOfExamples(platform.settings(), serdes, contract.description())) {
            news.ringAndForgetHalf("exported", 6);
        }
        try (var late = new Gateway(platform.settings(), serdes, Clock.systemUTC())) {
            long deadline = System.nanoTime() + 180_000_000_000L;
            while (!late.isReady() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(20_000_000);
            }
            var there = new Walk(contract, late.port());

            String all = there.send("GET", "/api/v1/alerts/export.ndjson", "").body();
            String none =
                    there.send("GET", "/api/v1/alerts/export.csv?to=2026-01-01T00:00:00Z", "")
                            .body();

            assertThat(all.lines().filter(line -> line.contains("\"exported\""))).hasSize(3);
            assertThat(none.lines()).hasSize(1);
        }
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
