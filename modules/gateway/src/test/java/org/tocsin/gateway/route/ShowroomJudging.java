package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.JUDGE;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.gateway.board.Boards;

/** Words and mutes as the routes take them, kept on the boards alone: there is no log to write. */
final class ShowroomJudging implements Routes {

    private final Boards boards;

    ShowroomJudging(Boards boards) {
        this.boards = boards;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String verdict = Api.ROOT + "/alerts/{thread}/verdict";
        routes.get(Api.ROOT + "/verdicts", ctx -> VerdictRoutes.list(ctx, boards), READ);
        routes.post(verdict, this::say, JUDGE);
        routes.delete(
                verdict,
                ctx -> {
                    boards.verdicts().put(ctx.pathParam("thread"), null);
                    ctx.status(204);
                },
                JUDGE);
        routes.get(Api.ROOT + "/mutes", this::mutes, READ);
        routes.post(Api.ROOT + "/mutes", this::mute, JUDGE);
        routes.delete(
                Api.ROOT + "/mutes/{id}",
                ctx -> {
                    boards.verdicts().put(ctx.pathParam("id"), null);
                    ctx.status(204);
                },
                JUDGE);
    }

    private void say(Context ctx) {
        Form form = Form.of(ctx, Set.of("word", "reason", "alert"));
        Alert alert = boards.thread(ctx.pathParam("thread")).orElseThrow();
        var word =
                AlertVerdict.Word.valueOf(
                        form.text("word").toUpperCase(Locale.ROOT).replace('-', '_'));
        var said = AlertVerdict.on(alert, form.text("alert") == null, word, saying(form));
        boards.verdicts().put(said.key(), said);
        Api.json(ctx, VerdictRoutes.Said.of(said));
    }

    private void mute(Context ctx) {
        Form form =
                Form.of(
                        ctx,
                        Set.of("thread", "story", "source", "watchlist", "for", "until", "reason"));
        About about =
                Stream.of(About.values())
                        .filter(each -> form.text(id(each)) != null)
                        .findFirst()
                        .orElseThrow();
        String span = form.text("for");
        Instant until =
                span == null
                        ? Instant.parse(form.text("until"))
                        : Instant.now().plus(Duration.parse(span));
        var said =
                AlertVerdict.mute(
                        about,
                        form.text(id(about)),
                        until.truncatedTo(ChronoUnit.SECONDS),
                        saying(form));
        boards.verdicts().put(said.key(), said);
        ctx.status(201);
        Api.json(ctx, MuteRoutes.Mute.of(said));
    }

    private void mutes(Context ctx) {
        List<MuteRoutes.Mute> holding =
                boards.mutes().values().stream().map(MuteRoutes.Mute::of).toList();
        Api.json(ctx, Map.of("mutes", holding));
    }

    private static Saying saying(Form form) {
        return new Saying("ada", form.text("reason"), Instant.now());
    }

    private static String id(About about) {
        return about.name().toLowerCase(Locale.ROOT);
    }
}
