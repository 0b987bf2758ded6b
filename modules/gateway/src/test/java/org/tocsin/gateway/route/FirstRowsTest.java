package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;

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
}
