package org.tocsin.ingestor.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransportTest {

    @Test
    void asksOnceMoreWhereTheServerHangsUpOnAnOldConnection() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var fetcher = fetcher()) {
            var scripts = List.of(List.of(elsewhere("/b")), List.of(found()));
            var serving = serve(server, scripts);

            FetchOutcome outcome = fetcher.fetch(FetchRequest.of(Purpose.FEED, url(server, "/a")));
            serving.join(5_000);

            assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
            assertThat(((FetchOutcome.Fetched) outcome).url()).isEqualTo(url(server, "/b"));
        }
    }

    private static Fetcher fetcher() {
        return new Fetcher(
                Egress.direct(AddressGuard.allowingLoopback()),
                FetchLimits.USUAL,
                Clock.systemUTC());
    }

    /**
     * A connection for each script, one answer a request; hangs up on the request after the last.
     */
    private static Thread serve(ServerSocket server, List<List<String>> scripts) {
        var thread =
                new Thread(
                        () -> {
                            for (List<String> script : scripts) {
                                try (Socket socket = server.accept()) {
                                    answer(socket, script);
                                } catch (IOException e) {
                                    // The client hung up first, or the test is over.
                                }
                            }
                        },
                        "old-connections");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void answer(Socket socket, List<String> script) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
        for (String answer : script) {
            passRequest(in);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
        passRequest(in);
    }

    private static void passRequest(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
    }

    private static String elsewhere(String path) {
        return "HTTP/1.1 302 Found\r\nLocation: " + path + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static String found() {
        return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";
    }

    private static String url(ServerSocket server, String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }
}
