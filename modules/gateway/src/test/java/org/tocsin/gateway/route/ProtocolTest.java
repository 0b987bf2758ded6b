package org.tocsin.gateway.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.access.Permission;

/** What is answered to requests that are hardly any, written to the socket by hand. */
class ProtocolTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400|GET /api/v1/alerts/%zz HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts/%ff HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts?limit=%zz HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts?limit=1&limit=2 HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts?limt=1 HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts?state=dozing HTTP/1.1~Host: localhost~~",
                "400|GET /api/v1/alerts HTTP/1.1~~",
                "403|GET /api/v1/alerts HTTP/1.1~Host: elsewhere.example~~",
                "404|GET /api/v1/alerts/a%2Fb HTTP/1.1~Host: localhost~~",
                "404|PATCH /api/v1/nothing HTTP/1.1~Host: localhost~~",
                "405|PATCH /api/v1/alerts HTTP/1.1~Host: localhost~~",
                "405|FOO /api/v1/alerts HTTP/1.1~Host: localhost~~",
                "414|GET /LONG HTTP/1.1~Host: localhost~~",
                "431|GET / HTTP/1.1~Host: localhost~X: LONG~~",
                "505|GET / HTTP/3.7~Host: localhost~~",
                "400|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Length: x~~",
                "400|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: application/json~Transfer-Encoding: chunked~~zz~",
                "400|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Length: 4~~{}{}",
                "400|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Length: 13~~{`a`:1,`a`:2}",
                "415|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: text/plain~Content-Length: 2~~{}",
                "415|POST /api/v1/feeds HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Encoding: gzip~Content-Length: 2~~{}",
                "417|POST /api/v1/feeds HTTP/1.1~Host: localhost~Expect: 200-maybe~Content-Length: 2~~{}"
            })
    void answersWithAProblemWhateverIsWrong(int status, String request) throws IOException {
        String answer =
                raw(request.replace("~", "\r\n").replace('`', '"').replace("LONG", long9k()));

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).containsIgnoringCase("Content-Type: application/problem+json");
        String body = answer.substring(answer.indexOf("\r\n\r\n"));
        assertThat(Json.mapper().readTree(body).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void refusesABodyBeyondTheLimit() throws Exception {
        String body = "{\"url\": \"" + "x".repeat(Api.BODY_LIMIT) + "\"}";

        var refused = site.send("POST", "/api/v1/feeds", body, "Content-Type", "application/json");

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void saysWhatMayBeDoneInstead() {
        var refused = site.send("PUT", "/api/v1/alerts", "");
        var options = site.send("OPTIONS", "/api/v1/mutes", "");

        assertThat(refused.headers().firstValue("Allow")).hasValue("GET, HEAD");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Content-Type")).isEmpty();
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
    }

    @Test
    void saysToAHeadWhatAGetWouldSay() {
        site.boards.alerts().rang(0, 1, News.alert("heads", 1, "Pilots walk out"));

        var shown = site.send("HEAD", "/api/v1/alerts/heads", "");
        var unknown = site.send("HEAD", "/api/v1/alerts/nobody", "");
        var stream = site.send("HEAD", "/api/v1/alerts/stream", "");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEmpty();
        assertThat(stream.headers().firstValue("Content-Type").orElse(""))
                .contains("text/event-stream");
    }

    @Test
    void saysThatTheLogIsOutOfReachAndWhenToAskAgain() throws IOException {
        Routes broken =
                routes ->
                        routes.get(
                                "/broken",
                                ctx -> {
                                    throw new TimeoutException("no broker at 10.0.0.7");
                                },
                                Permission.OPEN);

        try (var server = HttpServer.start("127.0.0.1", 0, java.util.List.of(broken))) {
            String answer = raw("GET /broken HTTP/1.1\r\nHost: localhost\r\n\r\n", server.port());

            assertThat(answer).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5");
            assertThat(answer).contains("application/problem+json").doesNotContain("10.0.0.7");
        }
    }

    private static String long9k() {
        return "x".repeat(9_000);
    }

    private static String raw(String request) throws IOException {
        return raw(request, site.server.port());
    }

    /** The answer as far as its length says. */
    private static String raw(String request, int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            var answer = new StringBuilder();
            int next;
            while (!isWhole(answer) && (next = socket.getInputStream().read()) >= 0) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    private static boolean isWhole(CharSequence answer) {
        String text = answer.toString();
        int end = text.indexOf("\r\n\r\n");
        var length = java.util.regex.Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
        return end > 0
                && length.find()
                && text.length() >= end + 4 + Integer.parseInt(length.group(1));
    }
}
