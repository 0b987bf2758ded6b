package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;

/** Articles come late, in the wrong order and with dates that nobody can believe. */
class OutOfTurnTest {

    private static final Instant NOON = Wire.NOON;
    private static final Instant NEVER_SET = Instant.EPOCH.plusSeconds(3600);
    private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");

    private final Deduper deduper = new Deduper(new InMemoryArchive());
    private final Wire.Story raid = Wire.story("raid", Wire.stories());
    private final Wire.Story retold = Wire.story("raid-2", Wire.read("retold.txt"));

    @Test
    void countsOneOriginWhereACopyCameBeforeItsOriginal() {
        Wire.Story credited =
                new Wire.Story("raid", raid.title(), raid.text() + "\n(Reporting by Reuters)");

        Verdict copy = tell("copy", "paper.example", Wire.reheaded(credited), NOON, NOON);
        Verdict original = tell("original", "reuters.com", raid, hours(-1), hours(2));
        Verdict other = tell("other", "daily.example", Wire.cutToAThird(raid), hours(3), hours(3));

        assertThat(copy.verdict()).isEqualTo(Verdict.Kind.NEW);
        assertThat(original.verdict()).isEqualTo(Verdict.Kind.COPY);
        assertThat(other.verdict()).isEqualTo(Verdict.Kind.COPY);
        assertThat(other.story()).isEqualTo(copy.story()).isEqualTo(original.story());
        assertThat(other.origins()).isEqualTo(1);
    }

    @Test
    void keepsARevisionOfACopyInItsStoryAndOrigin() {
        tell("original", "wire.example", raid, NOON, NOON);
        tell("copy", "paper.example", raid, hours(1), hours(1));

        Verdict revised = tell("copy", "paper.example", Wire.extended(raid), hours(1), hours(2));
        Verdict copied = tell("c", "daily.example", Wire.extended(raid), hours(3), hours(3));

        assertThat(revised.verdict()).isEqualTo(Verdict.Kind.REVISION);
        assertThat(revised.of()).isEqualTo("copy");
        assertThat(revised.story()).isEqualTo("s-original");
        assertThat(revised.origins()).isEqualTo(1);
        assertThat(copied.verdict()).isEqualTo(Verdict.Kind.COPY);
        assertThat(copied.origins()).isEqualTo(1);
    }

    @Test
    void knowsACopyAndATellingThatComeLate() {
        tell("original", "wire.example", raid, NOON, NOON);
        tell("else", "wire.example", Wire.story("ferry", Wire.stories()), hours(40), hours(40));

        Verdict copy = tell("copy", "paper.example", raid, hours(1), hours(40));
        Verdict telling = tell("telling", "daily.example", retold, hours(4), hours(41));

        assertThat(copy.of()).isEqualTo("original");
        assertThat(telling.story()).isEqualTo("s-original");
    }

    @Test
    void takesADateThatWasNeverSetOrLiesAheadForNone() {
        tell("original", "wire.example", raid, NOON, NOON);

        Verdict unset = tell("unset", "paper.example", raid, NEVER_SET, hours(1));
        Verdict ahead = tell("ahead", "daily.example", raid, FAR, hours(2));
        Verdict undated = tell("undated", "post.example", raid, null, hours(3));
        Verdict telling = tell("telling", "herald.example", retold, NEVER_SET, hours(4));

        assertThat(List.of(unset.of(), ahead.of(), undated.of())).containsOnly("original");
        assertThat(telling.story()).isEqualTo("s-original");
        assertThat(telling.origins()).isEqualTo(2);
    }

    @Test
    void forgetsNothingForOneArticleFromTheFuture() {
        tell("original", "wire.example", raid, NOON, NOON);

        tell("lie", "odd.example", Wire.story("ferry", Wire.stories()), null, FAR);
        Verdict copy = tell("copy", "paper.example", raid, hours(2), hours(2));
        Verdict repeat = tell("original", "wire.example", raid, NOON, hours(3));

        assertThat(copy.of()).isEqualTo("original");
        assertThat(repeat.verdict()).isEqualTo(Verdict.Kind.REPEAT);
    }

    private static Instant hours(int after) {
        return NOON.plus(Duration.ofHours(after));
    }

    private Verdict tell(
            String item, String source, Wire.Story story, Instant published, Instant fetched) {
        var article =
                new Article(
                        item,
                        item,
                        "https://" + source + "/" + item,
                        source,
                        null,
                        story.title(),
                        story.text(),
                        "en",
                        published,
                        null,
                        fetched,
                        List.of(),
                        List.of());
        return deduper.tell(article).verdict();
    }
}
