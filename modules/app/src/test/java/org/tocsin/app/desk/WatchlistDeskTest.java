package org.tocsin.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.audit.AuditEntry.Action;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.desk.WatchlistDesk.Outcome;
import org.tocsin.gateway.desk.WatchlistDesk.Saved;

/** Saving and deleting watchlists and additions to the lexicon, on a real broker. */
final class WatchlistDeskTest {

    private static Desks desks;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        desks = Desks.in(folder);
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @Test
    void keepsWhatAnalystsAddToTheLexiconAndTheirHistory() {
        LexiconDesk desk = desks.lexicon();
        var guard =
                new LexiconEntry(
                        "harbour-guard",
                        "Harbour Guard",
                        ActorType.ARMED_GROUP,
                        null,
                        null,
                        List.of(),
                        null,
                        Instant.EPOCH);

        LexiconDesk.Outcome created = desk.save(List.of(guard), "ada").get(0).outcome();
        LexiconDesk.Outcome unchanged = desk.save(List.of(guard), "eve").get(0).outcome();
        List<LexiconEntry> saved = desk.list();
        boolean deleted = desk.delete("harbour-guard", "eve");

        assertThat(List.of(created, unchanged))
                .containsExactly(LexiconDesk.Outcome.CREATED, LexiconDesk.Outcome.UNCHANGED);
        assertThat(saved).extracting(LexiconEntry::by).containsExactly("ada");
        assertThat(deleted).isTrue();
        assertThat(desk.list()).isEmpty();
        assertThat(desk.history("harbour-guard"))
                .extracting(AuditEntry::action, AuditEntry::by, AuditEntry::version)
                .containsExactly(tuple(Action.CREATED, "ada", 1), tuple(Action.DELETED, "eve", 1));
    }

    @Test
    void countsTheVersionsOfAWatchlist() {
        WatchlistDesk desk = desks.watchlists();

        List<Saved> first = desk.save(List.of(watchlist("harbour", "event:strike")), "ada");
        List<Saved> second = desk.save(List.of(watchlist("harbour", "event:talks")), "ada");

        assertThat(first)
                .containsExactly(
                        new Saved(
                                watchlist("harbour", "event:strike").withVersion(1),
                                Outcome.CREATED));
        assertThat(second)
                .containsExactly(
                        new Saved(
                                watchlist("harbour", "event:talks").withVersion(2),
                                Outcome.CHANGED));
        assertThat(desk.find("harbour")).contains(second.get(0).watchlist());
    }

    @Test
    void keepsTheVersionOfWhatSaysTheSame() {
        WatchlistDesk desk = desks.watchlists();
        desk.save(List.of(watchlist("canal", "event:talks")), "ada");

        List<Saved> again = desk.save(List.of(watchlist("canal", "event:talks")), "bob");

        assertThat(again).extracting(Saved::outcome).containsExactly(Outcome.UNCHANGED);
        assertThat(again.get(0).watchlist().version()).isEqualTo(1);
        assertThat(desk.history("canal")).hasSize(1);
    }

    @Test
    void neverGivesANumberAgainAfterADeletion() {
        WatchlistDesk desk = desks.watchlists();
        desk.save(List.of(watchlist("border", "event:talks")), "ada");
        desk.save(List.of(watchlist("border", "event:strike")), "ada");

        boolean deleted = desk.delete("border", "ada");
        boolean deletedAgain = desk.delete("border", "ada");
        List<Saved> anew = desk.save(List.of(watchlist("border", "event:strike")), "ada");

        assertThat(deleted).isTrue();
        assertThat(deletedAgain).isFalse();
        assertThat(anew).extracting(Saved::outcome).containsExactly(Outcome.CREATED);
        assertThat(anew.get(0).watchlist().version()).isEqualTo(3);
    }

    @Test
    void tellsWhoChangedWhatAndHowItWasBefore() {
        WatchlistDesk desk = desks.watchlists();
        desk.save(List.of(watchlist("mines", "event:talks")), "ada");
        desk.save(List.of(watchlist("mines", "event:strike")), "bob");
        desk.delete("mines", null);

        List<AuditEntry> history = desk.history("mines");

        assertThat(history)
                .extracting(AuditEntry::action, AuditEntry::version, AuditEntry::by)
                .containsExactly(
                        tuple(Action.CREATED, 1, "ada"),
                        tuple(Action.CHANGED, 2, "bob"),
                        tuple(Action.DELETED, 2, null));
        assertThat(history.get(0).before()).isNull();
        assertThat(history.get(1).before()).contains("event:talks");
        assertThat(history.get(1).after()).contains("event:strike");
        assertThat(history.get(2).before()).isEqualTo(history.get(1).after());
        assertThat(history.get(2).after()).isNull();
        assertThat(desk.find("mines")).isEmpty();
    }

    @Test
    void createsTheTopicOfARouteBeforeItSaves() throws Exception {
        WatchlistDesk desk = desks.watchlists();

        desk.save(List.of(routed("straits", "night-desk")), "ada");

        try (var admin = Admin.create(Map.copyOf(desks.settings().kafka()))) {
            assertThat(admin.listTopics().names().get()).contains("news.alerts.night-desk");
        }
    }

    @Test
    void countsAnIdThatComesTwiceInOneCallTwice() {
        WatchlistDesk desk = desks.watchlists();
        Watchlist first = watchlist("rails", "event:talks");
        Watchlist second = watchlist("rails", "event:strike");

        List<Saved> saved = desk.save(List.of(first, second, second), "ada");

        assertThat(saved)
                .containsExactly(
                        new Saved(first.withVersion(1), Outcome.CREATED),
                        new Saved(second.withVersion(2), Outcome.CHANGED),
                        new Saved(second.withVersion(2), Outcome.UNCHANGED));
        assertThat(desk.find("rails")).contains(second.withVersion(2));
        assertThat(desk.history("rails")).extracting(AuditEntry::version).containsExactly(1, 2);
    }

    /** Two desks, as of two processes: each must see what the one before it did. */
    @Test
    void losesNoChangeOfTwoWritersAtATime() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        var saving = new ArrayList<Callable<List<Saved>>>();
        for (String rule : List.of("event:talks", "event:strike")) {
            WatchlistDesk desk = desks.watchlists();
            saving.add(() -> desk.save(List.of(watchlist("crowded", rule)), rule));
        }

        var versions = new ArrayList<Integer>();
        for (Future<List<Saved>> saved : writers.invokeAll(saving, 180, TimeUnit.SECONDS)) {
            versions.add(saved.get().get(0).watchlist().version());
        }
        writers.shutdown();

        List<Integer> expected = IntStream.rangeClosed(1, 2).boxed().toList();
        assertThat(versions).containsExactlyInAnyOrderElementsOf(expected);
        List<AuditEntry> history = desks.watchlists().history("crowded");
        assertThat(history).extracting(AuditEntry::version).containsExactlyElementsOf(expected);
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).before()).isEqualTo(history.get(i - 1).after());
        }
    }

    private static Watchlist watchlist(String id, String when) {
        return new Watchlist(
                id, "About " + id, "ada", Severity.HIGH, when, "article", 1, null, null, 0);
    }

    private static Watchlist routed(String id, String route) {
        return new Watchlist(id, null, null, null, "event:talks", "article", 1, null, route, 0);
    }
}
