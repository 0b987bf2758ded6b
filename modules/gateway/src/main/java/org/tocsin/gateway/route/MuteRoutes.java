package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.JUDGE;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.desk.Expected;
import org.tocsin.gateway.desk.VerdictDesk;

/** What nobody wants to hear of for a while: a thread, a story, a source or a watchlist. */
final class MuteRoutes implements Routes {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Set<String> FIELDS =
            Set.of("thread", "story", "source", "watchlist", "until", "for", "reason");

    private final Boards boards;
    private final VerdictDesk desk;

    MuteRoutes(Boards boards, VerdictDesk desk) {
        this.boards = boards;
        this.desk = desk;
    }

    /** {@code about} is thread, story, source or watchlist, {@code object} which one. */
    record Mute(
            String id,
            String about,
            String object,
            Instant since,
            Instant until,
            String by,
            String reason) {

        static Mute of(AlertVerdict verdict) {
            return new Mute(
                    verdict.key(),
                    verdict.about().name().toLowerCase(Locale.ROOT),
                    verdict.thread(),
                    verdict.time(),
                    verdict.mutedUntil(),
                    verdict.by(),
                    verdict.reason());
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/mutes", this::list, READ);
        routes.post(Api.ROOT + "/mutes", this::mute, JUDGE);
        routes.get(Api.ROOT + "/mutes/{id}", this::show, READ);
        routes.delete(Api.ROOT + "/mutes/{id}", this::unmute, JUDGE);
    }

    private void list(Context ctx) {
        Instant now = desk.now();
        List<Mute> holding =
                boards.mutes().values().stream()
                        .filter(mute -> mute.isMuteAt(now))
                        .map(Mute::of)
                        .toList();
        Listing.of("mutes", holding, mute -> Listing.earliestFirst(mute.until(), mute.id()))
                .send(ctx);
    }

    private void mute(Context ctx) {
        Form form = Form.of(ctx, FIELDS);
        Instant now = desk.now();
        List<About> named =
                Stream.of(About.values()).filter(about -> form.text(id(about)) != null).toList();
        if (named.size() != 1) {
            form.refuse("story", "name one thing to mute: a thread, story, source or watchlist");
        }
        Instant until = until(form, now);
        form.check("Mute refused");
        About about = named.get(0);
        String object = form.text(id(about));
        if (about == About.SOURCE) {
            object = object.toLowerCase(Locale.ROOT);
        } else if (!isKnown(about, object)) {
            form.refuse(id(about), "no %s %s is held".formatted(id(about), object));
        }
        form.check("Mute refused");
        var saying = new Saying(Api.user(ctx), form.text("reason"), now);
        AlertVerdict mute = AlertVerdict.mute(about, object, until, saying);
        Expected<AlertVerdict> expected =
                ETags.expecting(ctx, stands -> ETags.ofContent(Mute.of(stands)));
        AlertVerdict said = ETags.orOvertaken(() -> desk.say(mute, expected));
        ctx.status(201).header("Location", Api.ROOT + "/mutes/" + said.key());
        send(ctx, Mute.of(said));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        AlertVerdict mute =
                boards.verdicts()
                        .get(id)
                        .filter(verdict -> verdict.isMuteAt(desk.now()))
                        .orElseThrow(() -> Problem.notFound("no mute " + id + " holds"));
        send(ctx, Mute.of(mute));
    }

    private static void send(Context ctx, Mute mute) {
        ctx.header("ETag", ETags.ofContent(mute));
        Api.json(ctx, mute);
    }

    private static String id(About about) {
        return about.name().toLowerCase(Locale.ROOT);
    }

    private boolean isKnown(About about, String object) {
        return switch (about) {
            case THREAD -> boards.thread(object).isPresent();
            case WATCHLIST -> boards.watchlists().get(object).isPresent();
            default ->
                    boards.stories().story(object).isPresent()
                            || boards.alerts().rows().stream()
                                    .anyMatch(alert -> alert.story().equals(object));
        };
    }

    private static Instant until(Form form, Instant now) {
        String until = form.text("until");
        String span = form.text("for");
        if ((until == null) == (span == null)) {
            form.refuse("until", "a mute has an end: until (a time) or for (a duration as PT2H)");
            return null;
        }
        String field = until == null ? "for" : "until";
        try {
            Instant end = until == null ? now.plus(Duration.parse(span)) : Instant.parse(until);
            if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
                form.refuse(field, "a mute ends after now and within 366 days, not at " + end);
            }
            return end;
        } catch (DateTimeException | ArithmeticException e) {
            form.refuse(field, "expected a time as 2026-03-02T12:00:00Z or a duration as PT2H");
            return null;
        }
    }

    private void unmute(Context ctx) {
        String id = ctx.pathParam("id");
        Expected<AlertVerdict> expected =
                ETags.expecting(ctx, mute -> ETags.ofContent(Mute.of(mute)));
        if (!ETags.orOvertaken(() -> desk.unmute(id, Api.author(ctx), expected))) {
            throw Problem.notFound("no mute " + id + " holds");
        }
        ctx.status(204);
    }
}
