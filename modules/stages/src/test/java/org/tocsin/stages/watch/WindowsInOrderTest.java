package org.tocsin.stages.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.stages.StageRig;
import org.tocsin.wire.topic.Topics;

/** Tellings of several stories come in any order; what they say together does not hang on that. */
class WindowsInOrderTest {

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");
    private static final Lexicon LEXICON = Lexicon.of(List.of());
    private static final Duration DEDUPE = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final StageRig rig = StageRig.of(serdes -> new WatchStage(serdes, LEXICON, DEDUPE));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void holdsWhatCameUntilWhatBelongsBeforeItIsThere() {
        apply(watchlist("w", "storm AND cable", 1));
        rig.pause(LONG);

        send(telling("second", "A cable.", 2));
        rig.pause(Duration.ofMillis(100));
        send(telling("first", "A storm.", 1));
        assertThat(rig.read(Topics.ALERTS)).isEmpty();
        rig.pause(LONG);

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::trigger).containsExactly("second");
    }

    @Test
    void decidesWhatComesTooLateAtOnce() {
        apply(watchlist("w", "storm AND cable", 1));
        rig.pause(LONG);
        send(telling("second", "A cable.", 2));
        rig.pause(LONG);

        send(telling("first", "A storm.", 1));

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::trigger).containsExactly("first");
    }

    @Test
    void keepsABudgetToThoseThatWereToldFirst() {
        Watchlist plain = watchlist("w", "storm", 1);
        apply(
                new Watchlist(
                        "w",
                        null,
                        null,
                        Severity.LOW,
                        plain.when(),
                        "article",
                        1,
                        Duration.ZERO,
                        null,
                        1,
                        null,
                        1,
                        null,
                        null));
        rig.pause(LONG);

        send(telling("second", "A storm.", 2));
        send(telling("first", "A storm.", 1));
        rig.pause(LONG);

        assertThat(rig.read(Topics.ALERTS)).extracting(Alert::trigger).containsExactly("first");
    }

    @Test
    void ringsWhatAPreviewInOrderRingsThoughTellingsComeShuffled() throws Exception {
        var random = new Random(3);
        List<Watchlist> watchlists =
                List.of(
                        watchlist("both", "storm AND cable", 1),
                        watchlist("then", "storm THEN cable", 1),
                        watchlist("many", "storm OR port", 2),
                        watchlist("not", "port AND NOT cable", 1));
        watchlists.forEach(this::apply);
        rig.pause(LONG);
        var told = new ArrayList<TaggedTelling>();
        for (int block = 0; block < 12; block++) {
            var next = new ArrayList<TaggedTelling>();
            for (int i = 0; i < 6; i++) {
                String word = List.of("storm", "cable", "port", "calm").get(random.nextInt(4));
                int minute = 6 * block + i;
                next.add(telling("n%03d".formatted(minute), "A " + word + ".", 20L * minute));
            }
            told.addAll(next);
            Collections.shuffle(next, random);
            next.forEach(this::send);
            rig.pause(LONG);
        }

        List<String> rung = rig.read(Topics.ALERTS).stream().map(Json::line).toList();

        var expected = new ArrayList<String>();
        for (Watchlist watchlist : watchlists) {
            var rehearsal = Rehearsal.of(watchlist, null, LEXICON);
            told.forEach(
                    telling -> rehearsal.tell(0, telling, alert -> expected.add(Json.line(alert))));
        }
        assertThat(rung).hasSizeGreaterThan(30).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Watchlist watchlist(String id, String when, int origins) {
        return new Watchlist(
                id, id, null, Severity.LOW, when, "PT3H", origins, Duration.ZERO, null, 1);
    }

    private static TaggedTelling telling(String id, String text, long minute) {
        return WatchStageTest.telling(id, text, "s-" + id, "origin-" + id, minute);
    }

    private void apply(Watchlist watchlist) {
        rig.send(Topics.WATCHLISTS, watchlist.id(), watchlist, NOON);
    }

    private void send(TaggedTelling tagged) {
        Telling telling = tagged.telling();
        rig.send(Topics.TAGGED, telling.verdict().story(), tagged, telling.article().fetched());
    }
}
