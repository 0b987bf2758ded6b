package org.tocsin.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.bench.ingest.Child;
import org.tocsin.bench.stream.Crowd;
import org.tocsin.bench.stream.Delays;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A gateway as it is shipped, on a core of its own, with thousands of clients that follow the
 * alerts, some of which stop reading. The broker, the clients and the measuring have the other
 * cores, so on two cores the clients may be what is slow: the gateway's CPU says which it is.
 */
@Command(
        name = "streams",
        description = "Clients of the alerts' event stream, some of them stalled.",
        mixinStandardHelpOptions = true)
public final class StreamsBench implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Option(names = "--readers", description = "In all, ${DEFAULT-VALUE} by default.")
    private int readers = 2_000;

    @Option(names = "--stalled", description = "Of them, ${DEFAULT-VALUE} by default.")
    private int stalled = 200;

    @Option(names = "--rate", description = "Alerts a second, ${DEFAULT-VALUE} by default.")
    private int rate = 5;

    @Option(names = "--seconds", description = "That count, ${DEFAULT-VALUE} by default.")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "Seconds before them, ${DEFAULT-VALUE} by default.")
    private int warmUp = 15;

    @Option(names = "--evidence", description = "Passages an alert, ${DEFAULT-VALUE} by default.")
    private int evidence = 3;

    @Option(names = "--heap", description = "Of the gateway, ${DEFAULT-VALUE} by default.")
    private String heap = "192m";

    private Path data;
    private String[] addresses;
    private AvroSerdes serdes;
    private Delays delays;
    private Child gateway;

    @Override
    public Integer call() throws Exception {
        data = Files.createTempDirectory("tocsin-bench");
        delays = new Delays((warmUp + seconds) * rate, warmUp * rate);
        Child.leaveFirstCore();
        try (Child broker = BrokerProcess.start(data, 3)) {
            addresses = BrokerProcess.addresses(broker);
            Settings settings = Settings.from(environment(0));
            serdes = new AvroSerdes(settings.registry());
            int port = freePort();
            try (Child started = startGateway(port);
                    var crowd = new Crowd(port, delays);
                    var producer =
                            new KafkaProducer<>(
                                    new HashMap<>(settings.kafka()),
                                    new StringSerializer(),
                                    serdes.of(Topics.ALERTS).serializer())) {
                gateway = started;
                awaitReady(port);
                measure(crowd, producer);
            }
        } finally {
            delete(data);
        }
        return 0;
    }

    private Map<String, String> environment(int port) {
        return Map.of(
                "TOCSIN_DATA",
                data.resolve("serve").toString(),
                "TOCSIN_HTTP_PORT",
                String.valueOf(port),
                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS",
                addresses[0],
                "TOCSIN_SCHEMA_REGISTRY_URL",
                addresses[1]);
    }

    private Child startGateway(int port) throws IOException {
        var jvm = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
        jvm.addAll(Child.ownClassPath());
        var main = List.of("org.tocsin.app.Tocsin", "serve");
        return Child.start(
                new Child.Command(0, jvm, main, environment(port)), data.resolve("serve.log"));
    }

    private void measure(Crowd crowd, KafkaProducer<String, Alert> producer)
            throws IOException, InterruptedException {
        long before = gateway.megabytes("VmRSS");
        crowd.gather(readers - stalled, stalled);
        long idle = gateway.megabytes("VmRSS");
        ring(producer, 0, warmUp * rate);
        double cpu = gateway.cpuSeconds();
        long begin = System.nanoTime();
        ring(producer, warmUp * rate, (warmUp + seconds) * rate);
        Thread.sleep(2_000);
        cpu = gateway.cpuSeconds() - cpu;
        double took = (System.nanoTime() - begin) / 1e9;
        crowd.stop();
        tell(crowd, cpu, took);
        System.out.printf(
                "resident: %d MB before them, %d MB with all connected, %d MB at the end, %d MB at most%n",
                before, idle, gateway.megabytes("VmRSS"), gateway.megabytes("VmHWM"));
        System.out.printf("stalled readers that were cut off: %d%n", crowd.cutOff());
    }

    private void tell(Crowd crowd, double cpu, double took) {
        System.out.printf(
                "%,d readers, %,d of them stalled; %d alerts/s of %,d bytes for %d s; the gateway on"
                        + " one core with -Xmx%s%n",
                readers, stalled, rate, bytes(), seconds, heap);
        System.out.printf(
                "written to read by the others: median %.1f ms, 99 %% %.1f ms, at most %.1f ms"
                        + " (%,d)%n",
                delays.quantile(0.5), delays.quantile(0.99), delays.quantile(1), delays.count());
        System.out.printf(
                "missed %,d, told twice %,d, left by the gateway %,d%n",
                crowd.missed((warmUp + seconds) * rate), crowd.twice(), crowd.lost());
        System.out.printf(
                "the gateway: %.0f %% of its core, %.1f µs of CPU an event%n",
                100 * cpu / took, cpu * 1e6 / ((double) rate * seconds * (readers - stalled)));
    }

    private int bytes() {
        return org.tocsin.core.json.Json.line(alert(0)).length();
    }

    private void ring(KafkaProducer<String, Alert> producer, int from, int to) {
        long begin = System.nanoTime();
        for (int i = from; i < to; i++) {
            long due = begin + (i - from) * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Alert alert = alert(i);
            delays.sent(i);
            producer.send(new ProducerRecord<>(Topics.ALERTS.name(), alert.thread(), alert));
        }
        producer.flush();
    }

    private Alert alert(int number) {
        var passages = new ArrayList<Evidence>();
        for (int i = 0; i < evidence; i++) {
            String text = "the harbour authority said that sailings would resume on Monday";
            passages.add(
                    new Evidence(
                            "article-" + number, "text", i, i + text.length(), text, "c", "e"));
        }
        return new Alert(
                "tick-" + number,
                "thread-" + number,
                1,
                "harbour",
                1,
                Alert.Kind.NEW,
                Severity.HIGH,
                Instant.now(),
                "article-" + number,
                "story-" + number,
                List.of("article-" + number),
                1,
                "Ferry strike ends after eleven days",
                passages);
    }

    private static void awaitReady(int port) throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            try {
                var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet listening.
            }
            Thread.sleep(200);
        }
        throw new IOException("the gateway was not ready within " + PATIENCE);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
