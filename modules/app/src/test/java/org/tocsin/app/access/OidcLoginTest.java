package org.tocsin.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.app.access.LocalProvider.Forgery;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.gateway.Gateway;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** Signing in with a provider, which may lie. */
class OidcLoginTest {

    private static final String HOME = "https://desk.example";

    private static LocalProvider provider;
    private static EmbeddedPlatform platform;
    private static Gateway gateway;

    private final Browser browser = new Browser();

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        provider = new LocalProvider();
        platform =
                EmbeddedPlatform.start(
                        Settings.from(
                                Map.of(
                                        "TOCSIN_DATA",
                                        folder.toString(),
                                        "TOCSIN_EMBEDDED_KAFKA_PORT",
                                        "0",
                                        "TOCSIN_EMBEDDED_REGISTRY_PORT",
                                        "0",
                                        "TOCSIN_HTTP_PORT",
                                        "0",
                                        "TOCSIN_PUBLIC_URL",
                                        HOME,
                                        "TOCSIN_OIDC_ISSUER",
                                        provider.issuer(),
                                        "TOCSIN_OIDC_CLIENT_ID",
                                        LocalProvider.CLIENT,
                                        "TOCSIN_OIDC_CLIENT_SECRET",
                                        LocalProvider.SECRET,
                                        "TOCSIN_OIDC_ROLES_CLAIM",
                                        "realm.groups",
                                        "TOCSIN_OIDC_ROLES",
                                        "analyst=desk, operator=night")));
        Settings settings = platform.settings();
        gateway = new Gateway(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        gateway.close();
        platform.close();
        provider.close();
    }

    @BeforeEach
    void tellTheTruth() {
        provider.forgery = Forgery.NONE;
        provider.groupsInUserInfo = false;
        provider.knowsThem = true;
        provider.groups = List.of("desk");
    }

    @Test
    void signsInWithTheRolesOfTheirGroups() {
        var arrived = browser.get(here(answerOf(setOut("/feeds"))));

        assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);
        assertThat(Browser.target(arrived)).endsWith("/feeds");
        String me = me();
        assertThat(me).contains("\"name\":\"ada\"").contains("watchlists:write");
        assertThat(me).doesNotContain("feeds:write").doesNotContain("access:write");
        // Under https the browser keeps it for this host alone and never sends it in the clear.
        assertThat(browser.cookies()).containsOnlyKeys("__Host-tocsin", "__Host-tocsin-renew");
        assertThat(arrived.headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.contains("__Host-tocsin=") && cookie.contains("Secure"));
    }

    @Test
    void asksAgainUnseenWhoTheyAreWhenASessionIsOver() {
        browser.get(here(answerOf(setOut("/"))));
        browser.cookies().remove("__Host-tocsin");
        provider.groups = List.of("night");

        var away = browser.get(at("/login?next=%2Ffeeds"));
        var back = browser.get(here(answerOf(away)));

        assertThat(Browser.target(away)).contains("prompt=none");
        assertThat(Browser.target(back)).endsWith("/feeds");
        assertThat(me()).contains("feeds:write").doesNotContain("watchlists:write");
    }

    @Test
    void showsThePageToWhomTheProviderKnowsNoMore() {
        browser.get(here(answerOf(setOut("/"))));
        browser.cookies().remove("__Host-tocsin");
        provider.knowsThem = false;

        var back = browser.get(here(answerOf(browser.get(at("/login?next=%2Ffeeds")))));
        var page =
                browser.get(at(URI.create(Browser.target(back)).getRawPath() + "?next=%2Ffeeds"));

        assertThat(Browser.target(back)).endsWith("/login?next=%2Ffeeds");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void looksForGroupsInTheUserInfoToo() {
        provider.groupsInUserInfo = true;
        provider.groups = List.of("night", "*");

        browser.get(here(answerOf(setOut("/"))));

        assertThat(me()).contains("feeds:write").doesNotContain("watchlists:write");
    }

    @Test
    void refusesWhoHasNoRole() {
        provider.groups = List.of("sports");

        var arrived = browser.get(here(answerOf(setOut("/"))));

        assertThat(arrived.statusCode()).isEqualTo(403);
        assertThat(arrived.body()).contains("nobody gave you a role");
        assertThat(browser.cookies()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void refusesATokenThatWasNotMadeForThisSignIn(Forgery forgery) {
        provider.forgery = forgery;

        var arrived = browser.get(here(answerOf(setOut("/"))));

        assertThat(arrived.statusCode()).isEqualTo(403);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void refusesAnAnswerThatAnotherBrowserAskedFor() {
        String stolen = here(answerOf(setOut("/")));
        var victim = new Browser();
        var other = new Browser();
        other.get(at("/login/provider"));

        assertThat(victim.get(stolen).statusCode()).isEqualTo(403);
        assertThat(other.get(stolen).statusCode()).isEqualTo(403);
        assertThat(victim.cookies()).isEmpty();
        assertThat(other.cookies()).isEmpty();
    }

    @Test
    void takesAnAnswerOnce() {
        String answer = here(answerOf(setOut("/")));
        browser.get(answer);
        browser.cookies().clear();

        assertThat(browser.get(answer).statusCode()).isEqualTo(403);
        assertThat(browser.cookies()).isEmpty();
    }

    /** The redirect to the provider, which asks with PKCE, a state and a nonce. */
    private HttpResponse<String> setOut(String next) {
        var away = browser.get(at("/login/provider?next=" + next));
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(Browser.target(away))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "state=", "nonce=", "response_type=code");
        return away;
    }

    private static String answerOf(HttpResponse<String> away) {
        return Browser.target(new Browser().get(Browser.target(away)));
    }

    /** The public address leads here, as a proxy in front of us would have it. */
    private static String here(String callback) {
        assertThat(callback).startsWith(HOME + "/login/callback?");
        return at("/login/callback?" + URI.create(callback).getRawQuery());
    }

    private String me() {
        return browser.get(at("/api/v1/me")).body();
    }

    private static String at(String path) {
        return "http://127.0.0.1:" + gateway.port() + path;
    }
}
