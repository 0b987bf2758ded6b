package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.access.Callers;
import org.tocsin.gateway.access.Limits;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.stream.EventStream;

@Timeout(600)
class EventStreamTest {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    private final AtomicBoolean counts = new AtomicBoolean(true);
    private final Boards boards = Boards.empty();
    private EventStream<Alert> alerts;
    private HttpServer server;

    @BeforeEach
    void open() {
        var pace = new EventStream.Pace(Duration.ofMillis(100), 50);
        alerts = BoardRoutes.alertStream(boards, pace, timer);
        var tellings = BoardRoutes.tellingStream(boards, pace, timer);
        server =
                HttpServer.start(
                        new HttpServer.Address("127.0.0.1", 0, true),
                        BoardRoutes.over(boards, alerts, tellings),
                        ctx -> {
                            Callers.watch(ctx, counts::get);
                            return Principal.LOCAL;
                        },
                        new Limits(0, System::nanoTime));
    }

    @AfterEach
    void close() {
        server.close();
        timer.shutdownNow();
    }

    @Test
    void sendsAnAlertAsItRings() throws Exception {
        try (var reader = new Client("start")) {
            reader.awaitLine("event: hello");

            ring(0, 5, News.alert("t", 1, "Bell rings out"));

            assertThat(reader.awaitLine("id: 0-5")).isNotNull();
            assertThat(reader.awaitLine("data: ")).contains("Bell rings out");
        }
    }

    @Test
    void endsForWhomeverDoesNotCountAnyMore() throws Exception {
        try (var reader = new Client("start")) {
            reader.awaitLine("event: hello");

            counts.set(false);

            assertThat(reader.awaitLine("0")).as("the last chunk").isEqualTo("0");
        }
    }

    @Test
    void resumesWhereTheClientStopped() throws Exception {
        ring(0, 1, News.alert("t", 1, "Seen already"));
        ring(1, 9, News.alert("u", 1, "Missed on another partition"));
        ring(0, 2, News.alert("t", 2, "Missed as well"));

        try (var reader = new Client("0-1")) {
            assertThat(reader.awaitLine("data: {\"id\"")).contains("Missed on another partition");
            assertThat(reader.awaitLine("data: {\"id\"")).contains("Missed as well");
        }
    }

    @Test
    void saysThatItForgotSomething() throws Exception {
        for (int i = 0; i <= Boards.ALERTS_HELD; i++) {
            boards.alerts().alerts().append(0, i, News.alert("t", 1, "Many of them"));
        }

        try (var reader = new Client("start")) {
            assertThat(reader.awaitLine("event: gap")).isNotNull();
        }
    }

    @Test
    void saysThatSomethingMayBeMissingToWhoComesWithAnIdOfSomewhereElse() throws Exception {
        try (var reader = new Client("1732-abc")) {
            assertThat(reader.awaitLine("event: gap")).isNotNull();
        }
    }

    @Test
    void saysThatItNeverReadWhatAClientMissed() throws Exception {
        boards.alerts().alerts().startsAt(0, 500);
        ring(0, 500, News.alert("t", 1, "First that was read"));

        try (var reader = new Client("0-100")) {
            assertThat(reader.awaitLine("event: gap")).isNotNull();
            assertThat(reader.awaitLine("data: {\"id\"")).contains("First that was read");
        }
    }

    @Test
    void doesNotRepeatWhatAnInstanceAheadOfThisOneSent() throws Exception {
        boards.alerts().alerts().endsAt(0, 8);

        try (var reader = new Client("0-6")) {
            reader.awaitLine("event: hello");
            ring(0, 5, News.alert("t", 1, "Had elsewhere"));
            ring(0, 6, News.alert("t", 2, "Had elsewhere too"));
            ring(0, 7, News.alert("t", 3, "Not had yet"));

            assertThat(reader.awaitLine("data: {\"id\"")).contains("Not had yet");
        }
    }

    @Test
    void tellsAReaderOfAnOlderLogThatItIsAnotherNow() throws Exception {
        try (var reader = new Client("0-500.1-3")) {
            reader.awaitLine("event: hello");

            ring(0, 2, News.alert("t", 1, "News of the new log"));

            assertThat(reader.awaitLine("event: gap")).isNotNull();
            assertThat(reader.awaitLine("id: ")).isEqualTo("id: 0-2.1-3");
            assertThat(reader.awaitLine("data: {\"id\"")).contains("News of the new log");
        }
    }

    @Test
    void beatsWhenNothingHappens() throws Exception {
        try (var reader = new Client("start")) {
            assertThat(reader.awaitLine(": still here")).isNotNull();
        }
    }

    @Test
    void cutsOffAClientThatDoesNotRead() throws Exception {
        try (var stalled = new Client("start");
                var brisk = new Client("start")) {
            stalled.awaitLine("event: hello");
            brisk.awaitLine("event: hello");
            String long64k = "Loud ".repeat(13_000);

            // Until the stalled client's socket is full and its mailbox after it.
            long offset = 0;
            Instant deadline = Instant.now().plus(DEADLINE);
            while (alerts.cutOff() == 0 && Instant.now().isBefore(deadline)) {
                ring(0, offset, News.alert("t", 1, long64k));
                assertThat(brisk.awaitLine("id: 0-" + offset)).isNotNull();
                offset++;
            }

            assertThat(alerts.cutOff()).isEqualTo(1);
            assertThat(alerts.readers()).isEqualTo(1);
        }
    }

    private void ring(int partition, long offset, Alert alert) {
        boards.alerts().rang(partition, offset, alert);
    }

    /** A client on a bare socket, so that it can decide not to read. */
    private final class Client implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;

        Client(String lastEventId) throws IOException {
            socket = new Socket("127.0.0.1", server.port());
            socket.setSoTimeout((int) DEADLINE.toMillis());
            OutputStream out = socket.getOutputStream();
            String request =
                    String.join(
                            "\r\n",
                            List.of(
                                    "GET /api/v1/alerts/stream HTTP/1.1",
                                    "Host: 127.0.0.1:" + server.port(),
                                    "Last-Event-ID: " + lastEventId,
                                    "\r\n"));
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            in =
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next line that starts so; null at the end. */
        String awaitLine(String start) throws IOException {
            String line = in.readLine();
            while (line != null && !line.startsWith(start)) {
                line = in.readLine();
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
