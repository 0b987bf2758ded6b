package org.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.json.Json;
import org.tocsin.wire.settings.Settings;

/** What an operator does with feeds, on a real broker, with a site on loopback. */
class FeedsCommandTest {

    private static EmbeddedPlatform platform;
    private static HttpServer web;
    private static String site;

    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        platform =
                EmbeddedPlatform.start(
                        Settings.from(
                                Map.of(
                                        "TOCSIN_DATA", folder.toString(),
                                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0")));
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://127.0.0.1:" + web.getAddress().getPort();
        serve("/", 404, "not here");
        serve(
                "/news.html",
                200,
                "<!doctype html><html><head><title>News</title>"
                        + "<link rel='alternate' type='application/rss+xml' href='/comments.xml'>"
                        + "<link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
                        + "</head><body></body></html>");
        serve("/feed.xml", 200, rss("The Gazette"));
        serve("/comments.xml", 200, rss("Comments of the Gazette"));
        web.start();
    }

    private static String rss(String title) {
        return "<rss version='2.0'><channel><title>%s</title><item><title>One</title></item></channel></rss>"
                .formatted(title);
    }

    private static void serve(String path, int status, String text) {
        web.createContext(
                path,
                exchange -> {
                    byte[] body = text.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @AfterAll
    static void stop() {
        web.stop(0);
        platform.close();
    }

    @BeforeEach
    void clean() {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @Test
    void addsTheFeedThatASitesPageNamesWithItsSettings() throws Exception {
        int status = feeds("add", site + "/news.html", "--interval", "PT5M", "--no-pages");

        assertThat(status).isZero();
        JsonNode feed = json();
        assertThat(feed.get("url").asText()).isEqualTo(site + "/feed.xml");
        assertThat(feed.get("title").asText()).isEqualTo("The Gazette");
        assertThat(feed.get("interval").asText()).isEqualTo("PT5M");
        assertThat(feed.get("pages").asBoolean()).isFalse();
        assertThat(err.toString())
                .contains("a page that names 2 feeds", "'The Gazette', 1 item", "/comments.xml");

        clean();
        assertThat(feeds("add", site + "/feed.xml", "--language", "EN")).isZero();
        assertThat(json().get("language").asText()).isEqualTo("en");
        assertThat(json().get("interval").asText()).isEqualTo("PT5M");
    }

    @Test
    void addsNothingThatCannotBeReadUnlessItIsToldTo() throws Exception {
        assertThat(feeds("add", site + "/nothing.xml")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("/nothing.xml: ", "--no-check");

        clean();
        assertThat(feeds("add", "--no-check", "--disabled", site + "/nothing.xml")).isZero();
        assertThat(json().get("enabled").asBoolean()).isFalse();
    }

    @Test
    void takesAFeedWhoseServerDoesNotAnswerNowAndSaysSo() throws Exception {
        String silent = "http://127.0.0.1:" + freePort() + "/rss";

        assertThat(feeds("add", silent)).isZero();

        assertThat(json().get("url").asText()).isEqualTo(silent);
        assertThat(err.toString()).contains(silent + ": ", "to be tried");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void refusesWhatNoFeedCanHaveBeforeItDoesAnything() {
        assertThat(feeds("add", "ftp://gazette.example/rss")).isEqualTo(2);
        assertThat(feeds("add", "https://gazette.example/rss", "--interval", "soon")).isEqualTo(2);
        assertThat(feeds("list", "--state", "dim")).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("ftp://gazette.example/rss", "soon", "dim");
    }

    @Test
    void switchesShowsListsAndRemovesAFeed() throws Exception {
        String url = "https://courier.example/rss";
        assertThat(feeds("add", "--no-check", url, "--title", "Courier")).isZero();
        assertThat(feeds("disable", url)).isZero();
        clean();

        assertThat(feeds("show", "http://www.courier.example/rss/")).isZero();
        JsonNode shown = json();
        clean();
        assertThat(feeds("list", "--state", "off,dark")).isZero();
        String listed = out.toString();

        assertThat(shown.get("state").asText()).isEqualTo("OFF");
        assertThat(shown.get("title").asText()).isEqualTo("Courier");
        assertThat(shown.get("report").isNull()).isTrue();
        assertThat(listed).contains(url).doesNotContain("\"LIVE\"");
        assertThat(feeds("remove", url)).isZero();
        assertThat(feeds("remove", url)).isEqualTo(1);
        assertThat(feeds("show", url)).isEqualTo(1);
    }

    @Test
    void importsWhatItCanOfAListAndNothingOfABrokenOne(@TempDir Path folder) throws Exception {
        Path good = folder.resolve("good.opml");
        Path broken = folder.resolve("broken.opml");
        Files.writeString(
                good,
                "<opml><body>\n<outline text='A' xmlUrl='https://a.example/rss'/>\n"
                        + "<outline text='B' xmlUrl='b.example'/></body></opml>");
        Files.writeString(
                broken, "<opml><body>\n<outline text='C' xmlUrl='https://c.example/rss'>\n</body>");

        assertThat(feeds("import", good.toString())).isZero();
        assertThat(json().get("url").asText()).isEqualTo("https://a.example/rss");
        assertThat(err.toString()).contains(good + ":3:1: 'b.example'").contains("1 of 1 are new");
        clean();
        assertThat(feeds("import", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith(broken + ":3:").contains("outline");
        assertThat(out.toString()).isEmpty();
        assertThat(feeds("export")).isZero();
        assertThat(out.toString()).contains("https://a.example/rss").doesNotContain("c.example");
    }

    private JsonNode json() throws Exception {
        return Json.mapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    private int feeds(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "feeds";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Settings running = platform.settings();
        var environment = new HashMap<String, String>();
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", running.kafka().get("bootstrap.servers"));
        environment.put(
                "TOCSIN_SCHEMA_REGISTRY_URL", running.registry().get("schema.registry.url"));
        return TocsinCommand.run(
                new Terminal(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment),
                all);
    }
}
