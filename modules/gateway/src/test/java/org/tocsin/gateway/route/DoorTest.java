package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.gateway.access.Limits;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.access.Role;

class DoorTest {

    private static final Routes ROUTES =
            routes -> {
                routes.get("/open", ctx -> ctx.result("anybody"), Permission.OPEN);
                routes.get("/news", ctx -> ctx.result("secret"), Permission.READ);
                routes.post(
                        "/verdict", ctx -> ctx.result(Door.caller(ctx).name()), Permission.JUDGE);
                routes.get("/forgotten", ctx -> ctx.result("secret"));
            };

    private static HttpServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void open() {
        server =
                HttpServer.start(
                        new HttpServer.Address("127.0.0.1", 0, true),
                        List.of(ROUTES),
                        ctx -> as(ctx.header("Who")),
                        new Limits(8, () -> 0));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static Principal as(String role) {
        if ("busy".equals(role)) {
            return new Principal(role, role, "t1", null, 0, Role.VIEWER.permissions());
        }
        return role == null
                ? Principal.STRANGER
                : Principal.of(role, Role.of(role).orElseThrow().permissions());
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        try (var site = new Site()) {
            var silent = new TreeMap<>(site.server.permissions());
            silent.values().removeIf(permission -> permission != null);

            assertThat(silent).as("give each of these a Permission as last argument").isEmpty();
        }
    }

    @Test
    void nothingIsReplacedOrDeletedByWhoeverMayOnlyRead() {
        Set<Permission> harmless = EnumSet.of(Permission.OPEN, Permission.READ);

        try (var site = new Site()) {
            Map<String, Permission> changes = new TreeMap<>(site.server.permissions());
            // A POST may be a question with a body, such as whether a rule can be read.
            changes.keySet().removeIf(endpoint -> endpoint.matches("(GET|POST) .*"));

            assertThat(changes.values()).doesNotContainAnyElementsOf(harmless);
        }
    }

    @Test
    void strangersSendNothingButTheirToken() {
        try (var site = new Site()) {
            Map<String, Permission> open = new TreeMap<>(site.server.permissions());
            open.values().removeIf(permission -> permission != Permission.OPEN);
            open.keySet().removeIf(endpoint -> endpoint.startsWith("GET "));

            assertThat(open.keySet()).containsExactlyInAnyOrder("POST /login", "POST /logout");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /open, , 200",
        "GET, /news, , 401",
        "HEAD, /news, , 401",
        "GET, /news, viewer, 200",
        "HEAD, /news, viewer, 200",
        "POST, /verdict, , 401",
        "POST, /verdict, viewer, 403",
        "POST, /verdict, analyst, 200",
        "GET, /forgotten, operator, 403",
        "GET, /forgotten, admin, 200",
        "GET, /nowhere, , 404"
    })
    void letsInWhoeverMay(String method, String path, String who, int status) throws Exception {
        assertThat(send(method, path, who).statusCode()).isEqualTo(status);
    }

    @Test
    void sendsAwayWhoAsksTooOftenAndSaysWhenToComeBack() throws Exception {
        var granted = List.of(send("GET", "/news", "busy"), send("GET", "/news", "busy"));

        var refused = send("GET", "/news", "busy");

        assertThat(granted).allMatch(answer -> answer.statusCode() == 200);
        assertThat(granted.get(0).headers().firstValue("ratelimit").orElse("")).contains("r=1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).hasValue("8");
    }

    @Test
    void saysHowToComeInAndWhatIsMissing() throws Exception {
        var stranger = send("GET", "/news", null);
        var viewer = send("POST", "/verdict", "viewer");

        assertThat(stranger.headers().firstValue("www-authenticate").orElse("")).contains("Bearer");
        assertThat(viewer.body()).contains(Permission.JUDGE.id());
        assertThat(viewer.headers().firstValue("content-type")).hasValue(Problem.MEDIA_TYPE);
    }

    private static HttpResponse<String> send(String method, String path, String who)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (who != null) {
            request.header("Who", who);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
