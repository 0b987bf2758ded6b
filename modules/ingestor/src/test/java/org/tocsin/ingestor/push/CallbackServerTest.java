package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

class CallbackServerTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final String TOPIC = "https://a.example/feed";
    private static final Push PUSH = new Push("https://hub.example/", TOPIC, Push.ASKED, NOW, null);
    private static final CallbackServer.Limits BRIEF =
            new CallbackServer.Limits(Duration.ofSeconds(5), Duration.ofMillis(700));

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", "mock://push"));
    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final PushLog log = new PushLog(() -> kafka, serdes);
    private final Callbacks callbacks =
            new Callbacks(URI.create("http://127.0.0.1/websub"), "a secret of the operator");
    private final Callback callback = Callback.of("f", PUSH);
    private final Reception reception =
            new Reception(callbacks, log, Clock.fixed(NOW, ZoneOffset.UTC));
    private final HttpClient client = HttpClient.newHttpClient();
    private CallbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(CallbackServer.Limits.USUAL);
    }

    @AfterEach
    void stop() {
        server.close();
        log.close();
    }

    @Test
    void echoesTheChallengeOfWhatWasAskedFor() throws Exception {
        String query = "?hub.mode=subscribe&hub.challenge=a%2Bb&hub.lease_seconds=60&hub.topic=";

        HttpResponse<String> reply = get(path() + query + TOPIC);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("a+b");
        assertThat(reply.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(notes()).extracting(Pushed::kind).containsExactly(Kind.CONFIRMED);
        assertThat(kafka.history().get(0).key()).isEqualTo("f");
    }

    @Test
    void agreesToNothingElse() throws Exception {
        String query = "?hub.mode=subscribe&hub.challenge=x&hub.lease_seconds=60&hub.topic=";

        assertThat(get(path() + query + "https://b.example/").statusCode()).isEqualTo(404);
        assertThat(get(path()).statusCode()).isEqualTo(404);
        assertThat(get("/websub/f/a/b/c" + query + TOPIC).statusCode()).isEqualTo(404);
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(notes()).isEmpty();
        assertThat(reception.refused()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA256", "SHA384", "SHA512"})
    void passesOnWhatIsSigned(String method) throws Exception {
        byte[] body = "<rss/>".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> reply = post(body, signature(method, body));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(notes()).hasSize(1);
        assertThat(notes().get(0).kind()).isEqualTo(Kind.CONTENT);
        assertThat(notes().get(0).body()).isEqualTo(body);
        assertThat(notes().get(0).contentType()).isEqualTo("application/rss+xml");
        assertThat(notes().get(0).received()).isEqualTo(NOW);
        assertThat(reception.accepted()).isEqualTo(1);
    }

    @Test
    void answersWhoSignsWronglyLikeAnybodyAndPassesItOver() throws Exception {
        byte[] body = "<rss/>".getBytes(StandardCharsets.UTF_8);
        String other = signature("SHA256", "<rss></rss>".getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> wrong = post(body, other);
        HttpResponse<String> none = post(body, "");

        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(none.statusCode()).isEqualTo(200);
        assertThat(notes()).isEmpty();
        assertThat(reception.refused()).isEqualTo(2);
    }

    @Test
    void saysThatAConnectionEndsWithItsAnswer() throws Exception {
        HttpResponse<String> reply = post(new byte[0], signature("SHA1", new byte[0]));

        assertThat(reply.headers().allValues("Connection")).containsExactly("close");
    }

    @Test
    void takesAnEmptyBodyForAWordThatThereIsSomething() throws Exception {
        HttpResponse<String> reply = post(new byte[0], signature("SHA1", new byte[0]));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(notes()).extracting(Pushed::kind).containsExactly(Kind.PING);
    }

    @Test
    void takesWhatIsLongerThanARecordForAWordThatThereIsSomething() throws Exception {
        byte[] body = new byte[PushBody.MOST_KEPT + 1];

        HttpResponse<String> reply = post(body, signature("SHA256", body));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(notes()).extracting(Pushed::kind).containsExactly(Kind.PING);
        assertThat(notes().get(0).body()).isNull();
    }

    @Test
    void refusesAHugeBodyBeforeItComes() throws Exception {
        String head =
                "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000000\r\n\r\n"
                        .formatted(path());

        assertThat(answer(head)).startsWith("HTTP/1.1 413");
    }

    @Test
    void breaksOffABodyWithoutEnd() throws Exception {
        byte[] chunk = ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(StandardCharsets.UTF_8);
        int sent = 0;

        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(path())
                            .getBytes(StandardCharsets.UTF_8));
            while (sent < 100_000_000) {
                out.write(chunk);
                sent += 65_536;
            }
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }

        assertThat(sent).isLessThan(100_000_000);
        assertThat(notes()).isEmpty();
    }

    @Test
    void closesOnClientsThatTakeTheirTime() throws Exception {
        server.close();
        server = start(BRIEF);

        try (Socket socket = connect()) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();

            assertThat(isOver(in)).isTrue();
        }
    }

    @Test
    void serves404ToOthersWhileSlowOnesHoldTheirConnections() throws Exception {
        try (Socket one = connect();
                Socket other = connect()) {
            one.getOutputStream().write("POST ".getBytes(StandardCharsets.UTF_8));
            other.getOutputStream().write("GET ".getBytes(StandardCharsets.UTF_8));

            assertThat(get("/x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void asksTheHubToComeAgainWhileKafkaIsAway() throws Exception {
        kafka.sendException = new TimeoutException("away");
        byte[] body = "<rss/>".getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> reply = post(body, signature("SHA256", body));

        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reception.accepted()).isZero();
    }

    @Test
    void knowsOnlyGetAndPost() throws Exception {
        HttpRequest put =
                HttpRequest.newBuilder(uri(path())).PUT(BodyPublishers.ofString("x")).build();

        assertThat(client.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    /** Closed or reset, as the system likes; not a read that waits in vain. */
    private static boolean isOver(InputStream in) throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private CallbackServer start(CallbackServer.Limits limits) throws IOException {
        var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return CallbackServer.start(any, reception, limits);
    }

    private String path() {
        return URI.create(callbacks.url(callback)).getRawPath();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(byte[] body, String signature) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(uri(path()))
                        .header("Content-Type", "application/rss+xml")
                        .header("X-Hub-Signature", signature)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String answer(String head) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
        }
    }

    private String signature(String method, byte[] body) throws Exception {
        var mac = Mac.getInstance("Hmac" + method);
        byte[] key = callbacks.secret(callback).getBytes(StandardCharsets.UTF_8);
        mac.init(new SecretKeySpec(key, "Hmac" + method));
        return method.toLowerCase(java.util.Locale.ROOT)
                + "="
                + HexFormat.of().formatHex(mac.doFinal(body));
    }

    private List<Pushed> notes() {
        return kafka.history().stream()
                .map(sent -> serdes.of(Topics.PUSHES).deserializer().deserialize("t", sent.value()))
                .toList();
    }
}
