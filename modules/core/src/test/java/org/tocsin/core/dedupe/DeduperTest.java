package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;

class DeduperTest {

    private static final String FEED = "https://wire.example/feed";

    private final Deduper deduper = new Deduper(new InMemoryArchive());
    private final Wire.Story raid = Wire.story("raid", Wire.stories());
    private final Wire.Story dam = Wire.story("dam", Wire.stories());

    @Test
    void callsTheSameItemWithTheSameContentARepeatHoweverDated() {
        tell(item("a", "g1", "/raid", raid, 0));

        Verdict verdict = tell(item("b", "g1", "/raid", raid, 30));

        assertThat(verdict).isEqualTo(verdict("b", Verdict.Kind.REPEAT, "a", "s-a", 1, 1));
    }

    @Test
    void overlooksCasePunctuationAndBlanks() {
        tell(item("a", "g1", "/raid", raid, 0));
        var shouted =
                new Wire.Story(
                        raid.id(), raid.title().toUpperCase(), raid.text().replace(" ", "  "));

        assertThat(tell(item("b", "g1", "/raid", shouted, 1)).verdict())
                .isEqualTo(Verdict.Kind.REPEAT);
    }

    @Test
    void callsTheSameItemWithOtherContentARevision() {
        tell(item("a", "g1", "/raid", raid, 0));
        var grown = new Wire.Story("", raid.title(), raid.text().replace("seven", "nine"));

        Verdict verdict = tell(item("b", "g1", "/raid", grown, 1));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.REVISION);
        assertThat(verdict.of()).isEqualTo("a");
        assertThat(verdict.story()).isEqualTo("s-a");
        assertThat(verdict.similarity()).isGreaterThan(0.8);
    }

    @Test
    void callsAnItemThatGoesBackToAnEarlierWordingARepeatOfIt() {
        var grown = new Wire.Story("", raid.title(), raid.text().replace("seven", "nine"));
        tell(item("a", "g1", "/raid", raid, 0));
        tell(item("b", "g1", "/raid", grown, 1));

        Verdict verdict = tell(item("c", "g1", "/raid", raid, 2));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.REPEAT);
        assertThat(verdict.of()).isEqualTo("a");
    }

    @Test
    void knowsAnItemByItsAddressWithoutTheWayThere() {
        tell(item("a", null, "/raid?utm_source=rss", raid, 0));

        assertThat(tell(item("b", null, "/raid/", raid, 1)).verdict())
                .isEqualTo(Verdict.Kind.REPEAT);
    }

    @Test
    void knowsAnItemWhoseGuidChangesWithEveryEdit() {
        var grown = new Wire.Story("", raid.title(), raid.text().replace("seven", "nine"));
        tell(item("a", "raid#0", "/raid", raid, 0));

        assertThat(tell(item("b", "raid#1", "/raid", grown, 1)).verdict())
                .isEqualTo(Verdict.Kind.REVISION);
    }

    @Test
    void takesAGuidUsedAgainForAnotherArticleForAnotherItem() {
        tell(item("a", "1", "/raid", raid, 0));

        assertThat(tell(item("b", "1", "/dam", dam, 1)).verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(tell(item("c", "1", "/dam", dam, 2)).of()).isEqualTo("b");
    }

    @Test
    void takesAGuidUsedAgainWithoutAnAddressForAnotherItemWhereNothingIsShared() {
        Deduper deduper = new Deduper(new InMemoryArchive());
        Wire.Story one = Wire.stories().get(0);
        Wire.Story other = Wire.stories().get(1);
        deduper.tell(nowhere(item("a", "latest", "/a", one, 0)));

        Verdict revised =
                deduper.tell(nowhere(item("b", "latest", "/b", Wire.extended(one), 60))).verdict();
        Verdict reused = deduper.tell(nowhere(item("c", "latest", "/c", other, 120))).verdict();

        assertThat(revised.verdict()).isEqualTo(Verdict.Kind.REVISION);
        assertThat(reused.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(reused.story()).isEqualTo("s-c");
    }

    @Test
    void takesALivePageThatChangesWhollyForOneItem() {
        tell(item("a", "1", "/live", raid, 0));

        assertThat(tell(item("b", "1", "/live", dam, 1)).verdict())
                .isEqualTo(Verdict.Kind.REVISION);
    }

    @Test
    void takesItemsOfTwoFeedsForCopiesOfOneOrigin() {
        tell(item("a", "g1", "/raid", raid, 0));
        Article other = item("b", "g1", "/raid", raid, 1);

        Telling telling =
                deduper.tell(
                        new Article(
                                "b",
                                "g1",
                                other.url(),
                                other.source(),
                                "https://wire.example/top",
                                other.title(),
                                other.text(),
                                null,
                                other.published(),
                                null,
                                other.fetched(),
                                List.of(),
                                List.of()));

        assertThat(telling.verdict().shownBy(List.of(), List.of()))
                .isEqualTo(verdict("b", Verdict.Kind.COPY, "a", "s-a", 1, 1));
    }

    @Test
    void callsAnArticleItselfTheSecondTimeARepeat() {
        Article article = item("a", "g1", "/raid", raid, 0);
        tell(article);

        assertThat(tell(article)).isEqualTo(verdict("a", Verdict.Kind.REPEAT, "a", "s-a", 1, 1));
    }

    @Test
    void forgetsWhatIsOlderThanItsWindow() {
        tell(item("a", "g1", "/raid", raid, 0));

        var later = Wire.article("b", "paper.example", raid, Duration.ofDays(8));
        assertThat(tell(later).verdict()).isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void countsNoOriginForWhatAFeedHeldBeforeItWasRead() {
        Article old = dated(item("a", "g1", "/raid", raid, 0), Wire.NOON.minusSeconds(7 * 3600));

        Telling telling = deduper.tell(old);

        assertThat(telling.backlog()).isTrue();
        assertThat(telling.verdict().origins()).isZero();
    }

    @Test
    void takesUndatedItemsOfTheFirstReadingForBacklog() {
        Telling first = deduper.tell(dated(item("a", "g1", "/raid", raid, 0), null));
        Telling next = deduper.tell(dated(item("b", "g2", "/dam", dam, 10), null));

        assertThat(first.backlog()).isTrue();
        assertThat(next.backlog()).isFalse();
    }

    @Test
    void countsARevisionFromWhenItWasUpdated() {
        deduper.tell(dated(item("a", "g1", "/raid", raid, 0), Wire.NOON.minusSeconds(9 * 3600)));
        var grown = new Wire.Story("", raid.title(), raid.text().replace("seven", "nine"));
        Article later =
                dated(item("b", "g1", "/raid", grown, 60), Wire.NOON.minusSeconds(9 * 3600));

        assertThat(deduper.tell(later).backlog()).isFalse();
    }

    @Test
    void remembersWhatWasToldBeforeAnArticleOfTheYear2099() {
        tell(item("a", "g1", "/raid", raid, 0));
        tell(item("z", "g9", "/dam", dam, 40_000_000));

        Verdict verdict = tell(item("b", "g1", "/raid", raid, 30));

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.REPEAT);
    }

    private Verdict tell(Article article) {
        return deduper.tell(article).verdict();
    }

    private static Verdict verdict(
            String id, Verdict.Kind kind, String of, String story, double similarity, int origins) {
        return new Verdict(id, kind, of, story, similarity, origins);
    }

    private static Article item(String id, String guid, String path, Wire.Story told, int minutes) {
        Instant at = Wire.NOON.plusSeconds(60L * minutes);
        return new Article(
                id,
                guid,
                "https://wire.example" + path,
                "wire.example",
                FEED,
                told.title(),
                told.text(),
                null,
                at,
                null,
                at,
                List.of(),
                List.of());
    }

    private static Article nowhere(Article a) {
        return new Article(
                a.id(),
                a.guid(),
                null,
                a.source(),
                a.feed(),
                a.title(),
                a.text(),
                null,
                a.published(),
                null,
                a.fetched(),
                List.of(),
                List.of());
    }

    private static Article dated(Article a, Instant published) {
        return new Article(
                a.id(),
                a.guid(),
                a.url(),
                a.source(),
                a.feed(),
                a.title(),
                a.text(),
                null,
                published,
                null,
                a.fetched(),
                List.of(),
                List.of());
    }
}
