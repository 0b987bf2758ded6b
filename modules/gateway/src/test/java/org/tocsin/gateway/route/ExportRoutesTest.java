package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;

/** Alerts for spreadsheets, scripts and feed readers. */
final class ExportRoutesTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.boards.alerts().rang(0, 1, News.alert("one", 1, "Ferry, \"halted\""));
        site.boards.alerts().rang(0, 2, News.alert("two", 1, "=HYPERLINK(1)"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void writesARowAnAlertThatNoSpreadsheetTakesForAFormula() {
        var csv = site.get("/api/v1/alerts/export.csv?watchlist=harbour");

        assertThat(csv.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        String[] rows = csv.body().split("\r\n");
        assertThat(rows).hasSize(3);
        assertThat(rows[0]).startsWith("id,thread,seq,watchlist,rule,kind,severity,time");
        assertThat(csv.body()).contains("\"Ferry, \"\"halted\"\"\"").contains(",'=HYPERLINK(1)");
    }

    @Test
    void writesOneAlertALineWithinATime() throws Exception {
        String all = site.get("/api/v1/alerts/export.ndjson").body();
        String none = site.get("/api/v1/alerts/export.ndjson?since=2999-01-01T00:00:00Z").body();

        assertThat(all.lines()).hasSize(2);
        assertThat(Json.mapper().readTree(all.lines().findFirst().orElseThrow()).has("evidence"))
                .isTrue();
        assertThat(none).isEmpty();
        assertThat(site.get("/api/v1/alerts/export.csv?since=noon").statusCode()).isEqualTo(400);
    }

    @Test
    void givesAnAlertTheSameIdInAJsonFeed() throws Exception {
        var feed = site.get("/jsonfeed/harbour");

        JsonNode json = Json.mapper().readTree(feed.body());
        assertThat(feed.headers().firstValue("content-type").orElse(""))
                .startsWith("application/feed+json");
        assertThat(json.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.at("/items/0/id").asText())
                .isEqualTo("urn:tocsin:alert:" + json.at("/items/0/_tocsin/id").asText());
    }
}
