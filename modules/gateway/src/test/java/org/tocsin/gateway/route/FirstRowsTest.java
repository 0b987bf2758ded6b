package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.access.Credential;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.pipeline.Pipeline;

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

    @Test
    void standOnTheLexiconWithWhoIsCalledSo() {
        var guard =
                new LexiconEntry(
                        "sulmare-watch",
                        "Sulmare <Watch>",
                        ActorType.ARMED_GROUP,
                        null,
                        null,
                        List.of("Harbour Watch of Sulmare"),
                        "ada",
                        Instant.EPOCH);
        site.boards.lexicon().put(guard.id(), guard);

        assertThat(site.get("/lexicon").body())
                .contains(
                        "data-key=\"sulmare-watch\"",
                        "Sulmare &lt;Watch&gt;",
                        "1 further name by ada")
                .doesNotContain("article class=\"actor\"");
        assertThat(site.get("/lexicon?name=harbour%20watch%20of%20sulmare").body())
                .contains("<article class=\"actor\" data-key=\"sulmare-watch\"")
                .contains("value=\"harbour watch of sulmare\"");
        assertThat(site.get("/lexicon/parts?name=Turkiey").body())
                .contains("Nobody is called <bdi>Turkiey</bdi>", "/lexicon?name=")
                .doesNotContain("<html");
    }

    @Test
    void standOnThePipelineWithEachStage() {
        var behind = new Pipeline.Behind(Duration.ofSeconds(90), true);
        site.pipeline =
                new Pipeline(
                        Instant.EPOCH,
                        null,
                        List.of(
                                new Pipeline.Stage(
                                        "tag",
                                        "tocsin-tag",
                                        Pipeline.State.REBALANCING,
                                        List.of(new Pipeline.Instance("t-1", "10.0.0.7", 1)),
                                        7L,
                                        behind,
                                        11.6,
                                        0.25,
                                        List.of(
                                                new Pipeline.Partition(
                                                        "news.stories",
                                                        0,
                                                        1L,
                                                        8,
                                                        7L,
                                                        behind,
                                                        "t-1")))));

        assertThat(site.get("/pipeline").body())
                .contains(
                        "1 stage · 7 records waiting", "Rebalancing", "run by t-1 on 10.0.0.7 (1)")
                .contains("<dd data-slow>2 min or more</dd>", "<dd>12</dd>", "<dd>0.3</dd>")
                .contains("None. What a stage cannot process");
        assertThat(site.get("/pipeline/parts").body())
                .contains("<template data-part=\"stages\"><li data-key=\"tag\"");
    }

    @Test
    void standOnTheTokensWithTheirScopesInWords() {
        site.access
                .credentials()
                .put(
                        "k1",
                        new Credential(
                                "k1",
                                Credential.Kind.TOKEN,
                                "Wall <screen>",
                                "ada",
                                List.of("viewer", "feeds:write"),
                                "hash",
                                Instant.EPOCH,
                                null,
                                0));

        assertThat(site.get("/access").body())
                .contains("1 token · 0 sessions", "<tr data-key=\"k1\">", "Wall &lt;screen&gt;")
                .contains("<td>viewer; add, change and remove feeds</td>", "<td>never</td>");
        site.access.credentials().put("k1", null);
        assertThat(site.get("/access/parts").body())
                .contains("<template data-part=\"tokens\"></template>");
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
