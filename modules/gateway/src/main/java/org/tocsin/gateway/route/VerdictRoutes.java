package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.JUDGE;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.query.Nearest;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.desk.Expected;
import org.tocsin.gateway.desk.VerdictDesk;

/** What analysts say of alerts: useful, not useful and why, seen. */
final class VerdictRoutes implements Routes {

    private static final String PATH = Api.ROOT + "/alerts/{thread}/verdict";
    private static final Map<String, Word> WORDS =
            new TreeMap<>(
                    Map.of(
                            "useful", Word.USEFUL,
                            "not-useful", Word.NOT_USEFUL,
                            "seen", Word.SEEN));

    private final Boards boards;
    private final VerdictDesk desk;

    VerdictRoutes(Boards boards, VerdictDesk desk) {
        this.boards = boards;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/verdicts", ctx -> list(ctx, boards), READ);
        routes.get(PATH, this::show, READ);
        routes.post(PATH, this::say, JUDGE);
        routes.delete(PATH, this::takeBack, JUDGE);
    }

    /** Of the threads that are held, since words outlast them: the board shows no others. */
    static void list(Context ctx, Boards boards) {
        List<Said> words =
                boards.verdicts().values().stream()
                        .filter(verdict -> verdict.word() != Word.MUTED)
                        .filter(verdict -> boards.thread(verdict.thread()).isPresent())
                        .map(Said::of)
                        .toList();
        Listing.of("verdicts", words, word -> Listing.latestFirst(word.time(), word.thread()))
                .usually(1_000)
                .send(ctx);
    }

    private void show(Context ctx) {
        String thread = ctx.pathParam("thread");
        send(
                ctx,
                boards.verdicts()
                        .get(thread)
                        .orElseThrow(() -> Problem.notFound("nobody judged thread " + thread)));
    }

    private static void send(Context ctx, AlertVerdict verdict) {
        Said said = Said.of(verdict);
        ctx.header("ETag", ETags.ofContent(said));
        Api.json(ctx, said);
    }

    private static Expected<AlertVerdict> expected(Context ctx) {
        return ETags.expecting(ctx, verdict -> ETags.ofContent(Said.of(verdict)));
    }

    /** A word as clients write it; {@code alert} is null where it is about the whole thread. */
    record Said(
            String thread,
            String alert,
            String word,
            String reason,
            String by,
            Instant time,
            String watchlist,
            int rule) {

        static Said of(AlertVerdict verdict) {
            return new Said(
                    verdict.thread(),
                    verdict.alert(),
                    verdict.word().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    verdict.reason(),
                    verdict.by(),
                    verdict.time(),
                    verdict.watchlist(),
                    verdict.rule());
        }
    }

    private void say(Context ctx) {
        String thread = ctx.pathParam("thread");
        Alert current =
                boards.thread(thread)
                        .orElseThrow(() -> Problem.notFound("no thread " + thread + " is held"));
        Form form = Form.of(ctx, Set.of("word", "reason", "alert"));
        String word = form.text("word");
        String reason = form.text("reason");
        if (word == null || !WORDS.containsKey(word)) {
            String found = word == null ? "" : word;
            form.refuse("word", "a word is needed" + Nearest.hint(found, WORDS.keySet()));
        } else if (WORDS.get(word) == Word.NOT_USEFUL && reason == null) {
            form.refuse("reason", "why is it not useful? the watchlist's ledger counts reasons");
        }
        String id = form.text("alert");
        Alert judged = id == null ? current : alert(id, current, form);
        form.check("Verdict refused");
        var saying = new Saying(Api.user(ctx), reason, desk.now());
        AlertVerdict verdict = AlertVerdict.on(judged, id == null, WORDS.get(word), saying);
        Expected<AlertVerdict> expected = expected(ctx);
        send(ctx, ETags.orOvertaken(() -> desk.say(verdict, expected)));
    }

    private Alert alert(String id, Alert current, Form form) {
        List<Alert> rung = boards.history(current.thread());
        return rung.stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseGet(
                        () -> {
                            if (!current.id().equals(id)) {
                                form.refuse("alert", "no alert " + id + " of this thread is held");
                            }
                            return current;
                        });
    }

    private void takeBack(Context ctx) {
        String thread = ctx.pathParam("thread");
        Expected<AlertVerdict> expected = expected(ctx);
        if (!ETags.orOvertaken(() -> desk.takeBack(thread, Api.author(ctx), expected))) {
            throw Problem.notFound("nobody judged thread " + thread);
        }
        ctx.status(204);
    }
}
