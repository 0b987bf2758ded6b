package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;

class FirstRowsTest {

    private static final Saying ADA = new Saying("ada", null, Instant.EPOCH);
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.boards.alerts().rang(0, 1, News.alert("plain", 1, "Boats <b>leave</b> & \"return\""));
        site.boards.alerts().rang(0, 2, News.alert("seen", 1, "Ferries are late"));
        site.boards.alerts().rang(0, 3, News.alert("again", 1, "Tugs are late"));
        site.boards.alerts().rang(0, 4, News.alert("muted", 1, "Ships are late"));
        say(AlertVerdict.on(News.alert("seen", 1, "Ferries are late"), false, Word.SEEN, ADA));
        say(AlertVerdict.on(News.alert("again", 1, "Tugs are late"), false, Word.SEEN, ADA));
        site.boards.alerts().rang(0, 5, News.alert("again", 2, "Tugs are later still"));
        say(AlertVerdict.mute(About.THREAD, "muted", Instant.parse("2999-01-01T00:00:00Z"), ADA));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static void say(AlertVerdict verdict) {
        site.boards.verdicts().put(verdict.key(), verdict);
    }

    @Test
    void showWhatIsOpenBeforeAnyScriptRuns() {
        String page = site.get("/").body();

        assertThat(page).contains("href=\"/?thread=plain\"").contains("Tugs are later still");
        assertThat(page).doesNotContain("Ferries are late").doesNotContain("Ships are late");
    }

    @Test
    void keepWhatNewsSaysAsText() {
        String page = site.get("/").body();

        assertThat(page).contains("Boats &lt;b&gt;leave&lt;/b&gt; &amp; &quot;return&quot;");
    }

    @Test
    void turnNoTextAround() {
        site.boards.alerts().rang(0, 6, News.alert("turned", 1, "Invoice \u202egnp.exe"));

        String page = site.get("/").body();

        assertThat(page).contains("gnp.exe").doesNotContain("\u202e");
    }

    @Test
    void leaveToTheScriptsWhatTheyAloneCanChoose() {
        assertThat(site.get("/?show=all").body()).doesNotContain("thread=plain");
        assertThat(site.get("/?watchlist=river").body()).doesNotContain("thread=plain");
        assertThat(site.get("/?watchlist=harbour").body()).contains("thread=plain");
    }

    @Test
    void standOnTheListsOfTheOtherDesksToo() {
        site.boards.watchlists().put("river", watchlist("river", "Boats <i>and</i> floods"));
        site.boards.feeds().put("f", Feed.at("https://gazette.example/rss?a=1&b=2"));
        site.deliveries
                .board()
                .subscribers()
                .put("night", subscriber("night", "The {{nonce}} desk"));

        assertThat(site.get("/watchlists").body())
                .contains("href=\"/watchlists?id=river\"", "Boats &lt;i&gt;and&lt;/i&gt; floods");
        assertThat(site.get("/watchlists?id=river").body()).doesNotContain("data-first=\"river");
        assertThat(site.get("/feeds").body())
                .contains("https://gazette.example/rss?a=1&amp;b=2", "Not read yet");
        assertThat(site.get("/feeds?state=dark").body()).doesNotContain("gazette.example/rss");
        assertThat(site.get("/delivery").body())
                .contains("The &#123;&#123;nonce}} desk", "hooks.slack.example/…")
                .doesNotContain("tokenWXYZ");
    }

    private static Watchlist watchlist(String id, String title) {
        return new Watchlist(id, title, "desk", Severity.HIGH, "flood*", null, 1, null, null, 1);
    }

    private static Subscriber subscriber(String id, String title) {
        return new Subscriber(
                id,
                title,
                Subscriber.Kind.SLACK,
                "https://hooks.slack.example/services/T0/B0/tokenWXYZ",
                List.of(),
                Severity.LOW,
                List.of(),
                null,
                Subscriber.State.ACTIVE,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                1);
    }
}
