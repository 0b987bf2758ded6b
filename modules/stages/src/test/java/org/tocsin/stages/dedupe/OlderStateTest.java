package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.Verdict;

/**
 * {@code archive-unversioned.tsv} is the changelog that {@link TownNews} left in a version which
 * hashed contents in another way than this one and did not say so: key and value of each record.
 */
class OlderStateTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void tellsNoItemAnewAfterAnUpgradeThatHashesContentsOtherwise() {
        ArchiveStore store = older();
        var deduper = new Deduper(store);

        assertThat(TownNews.items(HOUR))
                .allSatisfy(
                        item ->
                                assertThat(deduper.tell(item).verdict())
                                        .extracting(Verdict::verdict, Verdict::of)
                                        .containsExactly(Verdict.Kind.REPEAT, item.id()));
    }

    @Test
    void tellsWhatTheUpgradeFoundChanged() {
        Verdict verdict = new Deduper(older()).tell(TownNews.ferryFor(219, HOUR)).verdict();

        assertThat(verdict.verdict()).isEqualTo(Verdict.Kind.REVISION);
        assertThat(verdict.changed()).contains(Verdict.Change.NUMBERS);
    }

    @Test
    void knowsAnItemByTheNewHashOnceItCameAgain() {
        ArchiveStore store = older();
        var deduper = new Deduper(store);
        TownNews.items(HOUR).forEach(deduper::tell);
        Duration weeks = Archive.ARTICLES_KEPT.multipliedBy(2);

        pass(store, weeks);

        Article same = TownNews.items(weeks).get(0);
        assertThat(kind(deduper, same)).isEqualTo(Verdict.Kind.REPEAT);
        assertThat(kind(deduper, TownNews.ferryFor(219, weeks))).isEqualTo(Verdict.Kind.REVISION);
    }

    @Test
    void believesAnItemUnchangedOfWhichOnlyTheOlderHashIsLeft() {
        ArchiveStore store = older();
        var deduper = new Deduper(store);
        Duration weeks = Archive.ARTICLES_KEPT.multipliedBy(2);
        pass(store, weeks);

        assertThat(kind(deduper, TownNews.items(weeks).get(0))).isEqualTo(Verdict.Kind.REPEAT);
        assertThat(kind(deduper, TownNews.ferryFor(219, weeks))).isEqualTo(Verdict.Kind.REVISION);
    }

    /** The clock goes a day at a time. */
    private static void pass(ArchiveStore store, Duration time) {
        Instant end = TownNews.NOON.plus(time);
        while (store.advanceTo(end).isBefore(end)) {}
    }

    private static Verdict.Kind kind(Deduper deduper, Article article) {
        return deduper.tell(article).verdict().verdict();
    }

    private static ArchiveStore older() {
        var log = new Changelog();
        Base64.Decoder decoder = Base64.getDecoder();
        try (var in = OlderStateTest.class.getResourceAsStream("archive-unversioned.tsv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t");
                log.put(Bytes.wrap(decoder.decode(cells[0])), decoder.decode(cells[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log.open();
    }
}
