package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.json.Json;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.board.Boards;

/**
 * The showroom's corner for watchlists: saved in memory, with their history, and tried over the
 * tellings that are held. What only answers from boards is the gateway's own.
 */
final class WatchlistCorner implements Routes {

    private static final String[][] NEWS = {
        {
            "Russia and Turkey announce ceasefire in northern province",
            "Ankara and Moscow announced a ceasefire in the north on Tuesday. Officials said the truce covers the highway."
        },
        {
            "Kremlin denies truce talks",
            "The Kremlin denied on Monday that Russia agreed to a ceasefire. A spokesman called the reports invented."
        },
        {
            "Turkey calls for ceasefire in the delta",
            "Turkey called for a ceasefire in the delta. Iran and Egypt did not comment."
        },
        {
            "Syrian army withdraws from two villages",
            "The Syrian army withdrew from two villages near Idlib on Sunday, monitors said. Russian planes flew over the area."
        },
        {
            "Putin meets Erdogan in Sochi",
            "Vladimir Putin met Recep Tayyip Erdogan in Sochi for talks on grain and gas."
        },
        {
            "Floods cut the road to the port",
            "Heavy floods cut the only road to the port for a third day. Aid convoys are waiting."
        },
        {"موسكو تعلن هدنة في حلب", "أعلنت روسيا هدنة في حلب تبدأ منتصف الليل."},
        {
            "Pilots walk out over rosters",
            "Pilots of the national carrier walked out on Friday. The strike grounded forty flights."
        },
    };

    private final Boards boards;
    private final Map<String, List<AuditEntry>> history = new HashMap<>();
    private final Map<String, Object> previews = new HashMap<>();
    private final Instant now = Instant.now();

    WatchlistCorner(Boards boards) {
        this.boards = boards;
        furnish();
    }

    private void furnish() {
        var tagger = new Tagger(boards.lexicon().now());
        for (int n = 0; n < 160; n++) {
            String[] story = NEWS[n * 5 % NEWS.length];
            Instant at = now.minus(Duration.ofMinutes(6L * (160 - n) * (1 + n % 3)));
            String id = "w" + n;
            String source = "outlet" + n % 7 + ".example";
            var article =
                    new Article(
                            id,
                            id,
                            "https://" + source + "/" + id,
                            source,
                            null,
                            story[0],
                            story[1],
                            null,
                            at,
                            null,
                            at,
                            List.of(),
                            List.of());
            var verdict =
                    new Verdict(
                            id,
                            Verdict.Kind.NEW,
                            null,
                            "ws" + n * 5 % NEWS.length + "-" + n / 40,
                            0,
                            1 + n % 3);
            boards.stories()
                    .told(
                            0,
                            n,
                            new TaggedTelling(
                                    new Telling(article, verdict, source, false),
                                    tagger.tag(article)));
        }
        put(
                "guarantors",
                "Astana guarantors and a ceasefire",
                "actor:Russia AND actor:Turkey AND event:ceasefire",
                2,
                "first draft");
        put(
                "guarantors",
                "Astana guarantors and a ceasefire",
                "actor:Russia AND actor:Turkey AND event:ceasefire[modality=announced|occurred]",
                2,
                "calls for a ceasefire rang too often");
        put(
                "troops",
                "Troops on the move",
                "(event:deployment OR event:withdrawal) AND NOT lang:ar",
                1,
                "asked for by the desk");
        put("ports", "Ports and strikes", "event:labour-strike OR (flood* NEAR/8 port)", 1, "new");
        put("hodeidah", "هدنة الحديدة", "event:ceasefire AND actor:Yemen", 1, "new");
    }

    private void put(String id, String title, String when, int origins, String why) {
        save(
                new Watchlist(
                        id,
                        title,
                        "mena-desk",
                        Severity.HIGH,
                        when,
                        "article",
                        origins,
                        null,
                        null,
                        1),
                why);
    }

    private Watchlist save(Watchlist watchlist, String why) {
        List<AuditEntry> entries =
                history.computeIfAbsent(watchlist.id(), key -> new ArrayList<>());
        Watchlist before = boards.watchlists().get(watchlist.id()).orElse(null);
        Watchlist after = watchlist.withVersion(entries.size() + 1);
        entries.add(
                new AuditEntry(
                        after.id(),
                        "watchlist",
                        before == null ? AuditEntry.Action.CREATED : AuditEntry.Action.CHANGED,
                        after.version(),
                        "ada",
                        Instant.now(),
                        before == null ? null : Json.line(before),
                        Json.line(after),
                        why));
        boards.watchlists().put(after.id(), after);
        return after;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        String one = "/api/v1/watchlists/{id}";
        new DraftRoutes(boards).addTo(routes);
        new PlanRoutes(boards).addTo(routes);
        new RosterRoutes(boards, Instant::now).addTo(routes);
        routes.get(one, ctx -> ETags.send(ctx, known(ctx)), Permission.READ);
        routes.put(one, this::put, Permission.WATCH);
        routes.delete(one, this::delete, Permission.WATCH);
        routes.get(
                one + "/history",
                ctx -> Api.json(ctx, Map.of("history", history.get(known(ctx).id()))),
                Permission.READ);
        routes.post(one + "/rollback", this::rollBack, Permission.WATCH);
        routes.post("/api/v1/watchlists/preview", this::preview, Permission.PREVIEW);
        routes.post(one + "/preview", this::preview, Permission.PREVIEW);
        routes.get(
                "/api/v1/previews/{preview}",
                ctx -> Api.json(ctx, previews.get(ctx.pathParam("preview"))),
                Permission.READ);
    }

    private Watchlist known(Context ctx) {
        String id = ctx.pathParam("id");
        return boards.watchlists()
                .get(id)
                .orElseThrow(() -> Problem.notFound("there is no watchlist " + id));
    }

    private void put(Context ctx) {
        Watchlist read = WatchlistBody.read(ctx, boards.lexicon().now()).get(0);
        Integer expected = ETags.expected(ctx);
        int version = boards.watchlists().get(read.id()).map(Watchlist::version).orElse(0);
        if (expected != null && expected != version) {
            throw Problem.of(412, "Changed meanwhile", "it has version " + version).refused();
        }
        ETags.send(ctx, save(read, Api.author(ctx).why()));
    }

    private void delete(Context ctx) {
        boards.watchlists().put(known(ctx).id(), null);
        ctx.status(204);
    }

    private void rollBack(Context ctx) throws Exception {
        int version = Integer.parseInt(Form.of(ctx, java.util.Set.of("version")).text("version"));
        String old = history.get(known(ctx).id()).get(version - 1).after();
        ETags.send(ctx, save(Json.mapper().readValue(old, Watchlist.class), Api.author(ctx).why()));
    }

    private void preview(Context ctx) throws BadWatchlist {
        Watchlist draft = WatchlistBody.read(ctx, boards.lexicon().now()).get(0);
        Watchlist running = boards.watchlists().get(draft.id()).orElse(null);
        var rehearsal = Rehearsal.of(draft, running, boards.lexicon().now());
        Instant from = now.minus(Duration.parse(ctx.queryParam("span")));
        boards.stories().tellings().values().stream()
                .filter(telling -> telling.telling().article().fetched().isAfter(from))
                .forEach(telling -> rehearsal.tell(0, telling));
        var view = new HashMap<String, Object>();
        view.put("id", "p1");
        view.put("state", "done");
        view.put("watchlist", draft);
        view.put("from", from);
        view.put("to", now);
        view.put("progress", 1);
        view.put("error", null);
        view.put("result", rehearsal.result());
        previews.put("p1", view);
        Api.json(ctx, view);
    }
}
