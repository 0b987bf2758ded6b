package org.tocsin.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.Gateway;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** Two gateways that ask for a login, and what they keep of it on the log. */
class AccessTest {

    private static final String ADMIN = "the-administrators-token-of-this-test";
    private static final String JSON = "application/json";

    private static EmbeddedPlatform platform;
    private static Gateway here;
    private static Gateway there;

    private final Browser browser = new Browser();

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        platform =
                EmbeddedPlatform.start(
                        Settings.from(
                                Map.of(
                                        "TOCSIN_DATA", folder.toString(),
                                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0",
                                        "TOCSIN_HTTP_PORT", "0",
                                        "TOCSIN_ADMIN_TOKEN", ADMIN)));
        here = gateway();
        there = gateway();
        await(() -> here.isReady() && there.isReady());
    }

    private static Gateway gateway() {
        Settings settings = platform.settings();
        return new Gateway(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
        platform.close();
    }

    @Test
    void asksStrangersToSignInAndKnowsWhereTheyWereGoing() {
        var page = browser.get(at(here, "/feeds?state=dark"));
        var api = browser.get(at(here, "/api/v1/alerts"));

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(Browser.target(page)).endsWith("/login?next=%2Ffeeds%3Fstate%3Ddark");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(browser.get(at(here, "/health/live")).statusCode()).isEqualTo(200);
        assertThat(browser.get(at(here, "/login")).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionCountsAtEveryGatewayUntilItsOwnerSignsOut() {
        var refused = browser.submit(at(here, "/login"), "token", "not a token");
        var signedIn = browser.submit(at(here, "/login?next=%2Ffeeds"), "token", ADMIN);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(Browser.target(signedIn)).endsWith("/feeds");
        assertThat(signedIn.headers().firstValue("set-cookie").orElse(""))
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        // At once, although the other gateway hears of it over the log.
        assertThat(browser.get(at(there, "/api/v1/me")).statusCode()).isEqualTo(200);

        String cookie = browser.cookies().get("tocsin");
        browser.post(at(here, "/logout"), "text/plain", "");

        assertThat(browser.cookies()).doesNotContainKey("tocsin");
        browser.cookies().put("tocsin", cookie);
        await(() -> browser.get(at(there, "/api/v1/me")).statusCode() == 401);
    }

    @Test
    void neverSendsWhoSignedInToAnotherSite() {
        var signedIn =
                browser.submit(at(here, "/login?next=%2F%5Celsewhere.example%2F"), "token", ADMIN);

        assertThat(Browser.target(signedIn)).isEqualTo(at(here, "/"));
    }

    @Test
    void aTokenDoesWhatItsScopesSayAndNoMore() throws Exception {
        String secret = make("dashboard", "viewer").get("secret").asText();

        await(() -> browser.get(at(there, "/api/v1/me"), bearer(secret)).statusCode() == 200);
        var read = browser.get(at(there, "/api/v1/alerts"), bearer(secret));
        var written = add("https://gazette.example/rss", secret);
        var more = make(there, "more", "analyst", secret);
        String basic =
                Base64.getEncoder()
                        .encodeToString(("reader:" + secret).getBytes(StandardCharsets.UTF_8));
        var atom = browser.get(at(there, "/atom/none"), "Authorization", "Basic " + basic);
        var closed = browser.get(at(there, "/atom/none"));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(written.body()).contains("feeds:write");
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(atom.statusCode()).as("let in, to a watchlist that is none").isEqualTo(404);
        assertThat(closed.statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatIsTakenBackCountsNowhereNorDoSessionsThatItOpened() throws Exception {
        JsonNode made = make("for a while", "viewer");
        String id = made.at("/token/id").asText();
        String secret = made.get("secret").asText();
        await(() -> browser.get(at(there, "/api/v1/me"), bearer(secret)).statusCode() == 200);
        browser.submit(at(here, "/login"), "token", secret);

        var revoked = browser.delete(at(here, "/api/v1/tokens/" + id), bearer(ADMIN));

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(browser.get(at(here, "/api/v1/me")).statusCode()).isEqualTo(401);
        await(() -> browser.get(at(there, "/api/v1/me"), bearer(secret)).statusCode() == 401);
    }

    @Test
    void everybodySeesTheirOwnTokensAndNoSecrets() throws Exception {
        JsonNode made = make("seen by its owner", "viewer,feeds:write");
        String secret = made.get("secret").asText();

        String all = browser.get(at(here, "/api/v1/tokens"), bearer(ADMIN)).body();

        assertThat(all).contains(made.at("/token/id").asText()).doesNotContain("hash");
        assertThat(all).doesNotContain(secret);
    }

    @Test
    void theAuthorOfAChangeIsWhoSignedInWhateverHeadersSay() throws Exception {
        String secret = make("bot", "operator").get("secret").asText();

        var added =
                browser.post(
                        at(here, "/api/v1/feeds"),
                        JSON,
                        "{\"url\": \"https://harbour.example/rss\"}",
                        "Authorization",
                        "Bearer " + secret,
                        "X-Tocsin-User",
                        "mallory");

        assertThat(added.statusCode()).isEqualTo(201);
        String audit = browser.get(at(here, "/api/v1/audit?kind=feed"), bearer(secret)).body();
        assertThat(audit).contains("\"by\":\"admin (bot)\"").doesNotContain("mallory");
    }

    @Test
    void theAuditIsAChainThatCanBeVerified() throws Exception {
        make("first", "viewer");
        JsonNode before = verification("");
        make("second", "viewer");

        JsonNode after = verification("?known=" + mark(before));
        JsonNode wrong = verification("?known=" + before.get("to").asLong() + ":" + "0".repeat(64));

        assertThat(before.get("sound").asBoolean()).as(before.toString()).isTrue();
        assertThat(after.get("sound").asBoolean()).as(after.toString()).isTrue();
        assertThat(after.get("to").asLong()).isGreaterThan(before.get("to").asLong());
        assertThat(wrong.get("sound").asBoolean()).isFalse();
    }

    @Test
    void doesOnceWhatTwoGatewaysAreAskedAtOnceAndRemembersItWhenStartedAgain() throws Exception {
        String body =
                "{\"title\":\"Night desk\",\"kind\":\"slack\",\"address\":\"https://1.1.1.1/x\"}";
        var there2 = CompletableFuture.supplyAsync(() -> subscribe(new Browser(), there, body));

        var asked = List.of(subscribe(browser, here, body), there2.join());

        // One did it; the other was told to wait, or what came of it.
        assertThat(asked).extracting(HttpResponse::statusCode).contains(201).isSubsetOf(201, 409);
        try (Gateway later = gateway()) {
            await(() -> subscribe(browser, later, body).statusCode() == 201);
            for (Gateway each : List.of(here, there, later)) {
                var again = subscribe(browser, each, body);
                assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
                assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            }
        }
        String all = browser.get(at(here, "/api/v1/subscribers"), bearer(ADMIN)).body();
        assertThat(Json.mapper().readTree(all).get("subscribers")).as(all).hasSize(1);
    }

    private static HttpResponse<String> subscribe(Browser browser, Gateway at, String body) {
        return browser.post(
                at(at, "/api/v1/subscribers"),
                JSON,
                body,
                "Authorization",
                "Bearer " + ADMIN,
                "Idempotency-Key",
                "night-desk");
    }

    @Test
    void theAuditIsReadPageByPageWhileItGrows() throws Exception {
        make("page one", "viewer");
        JsonNode first = audit("?kind=token&limit=1");
        make("page two", "viewer");

        JsonNode second = audit("?kind=token&limit=1&cursor=" + first.get("next").asText());

        long number = first.at("/entries/0/number").asLong();
        assertThat(first.get("entries")).hasSize(1);
        assertThat(second.at("/entries/0/number").asLong()).isPositive().isLessThan(number);
    }

    private JsonNode audit(String query) throws IOException {
        String body = browser.get(at(here, "/api/v1/audit" + query), bearer(ADMIN)).body();
        return Json.mapper().readTree(body);
    }

    private JsonNode verification(String query) throws IOException {
        return Json.mapper()
                .readTree(
                        browser.get(at(here, "/api/v1/audit/verification" + query), bearer(ADMIN))
                                .body());
    }

    private static String mark(JsonNode verification) {
        return verification.get("to").asLong() + ":" + verification.get("head").asText();
    }

    private HttpResponse<String> add(String url, String secret) {
        return browser.post(
                at(there, "/api/v1/feeds"), JSON, "{\"url\":\"" + url + "\"}", bearer(secret));
    }

    private JsonNode make(String name, String scopes) throws IOException {
        var made = make(here, name, scopes, ADMIN);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Json.mapper().readTree(made.body());
    }

    private HttpResponse<String> make(Gateway gateway, String name, String scopes, String secret) {
        String body =
                "{\"name\":\"%s\",\"scopes\":[\"%s\"]}"
                        .formatted(name, scopes.replace(",", "\",\""));
        return browser.post(at(gateway, "/api/v1/tokens"), JSON, body, bearer(secret));
    }

    private static String[] bearer(String secret) {
        return new String[] {"Authorization", "Bearer " + secret};
    }

    private static String at(Gateway gateway, String path) {
        return "http://127.0.0.1:" + gateway.port() + path;
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 180_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in 3 minutes").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
