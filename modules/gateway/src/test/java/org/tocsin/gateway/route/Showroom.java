package org.tocsin.gateway.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;

/**
 * The dashboard with news of our own making, to look at: {@code Showroom PORT [LIVE|CROWD]}. With
 * LIVE, an alert or a telling arrives every few seconds; with CROWD, a thousand threads are open.
 */
public final class Showroom {

    private Showroom() {}

    public static void main(String[] args) {
        var boards = Boards.empty();
        var log = new ShowroomLog(boards, Instant.now());
        var news = new ShowroomNews(log);
        news.furnish();
        new ShowroomFeeds(boards, log).furnish();
        var timer = Executors.newScheduledThreadPool(1);
        List<Routes> routes = new ArrayList<>(BoardRoutes.over(boards, timer));
        var operators = new OperatorsCorner(boards);
        routes.addAll(operators.routes());
        var delivery = new DeliveryCorner();
        routes.addAll(delivery.routes(boards));
        routes.add(new ShowroomJudging(boards));
        routes.add(new VolumeRoutes(boards, Instant::now));
        routes.add(new WatchlistCorner(boards));
        routes.add(SiteRoutes.page(boards, delivery.board(), Instant::now, operators.parts()));
        routes.add(api -> api.get("/api/v1/watchlists", ctx -> Api.json(ctx, watchlists())));
        HttpServer server = HttpServer.start("127.0.0.1", Integer.parseInt(args[0]), routes);
        System.out.println("http://localhost:" + server.port());
        if (args.length > 1 && args[1].equals("CROWD")) {
            news.crowd();
        } else if (args.length > 1) {
            timer.scheduleWithFixedDelay(news::happen, 4, 4, TimeUnit.SECONDS);
        }
    }

    private static Map<String, Object> watchlists() {
        return Map.of(
                "watchlists",
                List.of(
                        watch(
                                "guarantors",
                                "Astana guarantors and a ceasefire",
                                "actor:Russia AND actor:Turkey AND"
                                        + " event:ceasefire[modality=announced|occurred]"),
                        watch(
                                "troops",
                                "Troops on the move",
                                "event:deployment OR event:withdrawal"),
                        watch(
                                "ports",
                                "Ports and strikes",
                                "event:labour-strike OR event:military-strike"),
                        watch("hodeidah", "Hodeidah truce", "event:ceasefire AND actor:Yemen"),
                        watch("sanctions", "Shipping sanctions", "event:sanctions"),
                        watch("judges", "Courts", "event:resignation")));
    }

    private static Watchlist watch(String id, String title, String when) {
        return new Watchlist(id, title, "desk", Severity.HIGH, when, "sentence", 2, null, null, 3);
    }
}
