package org.tocsin.gateway.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
        routes.add(
                api ->
                        api.get(
                                "/api/v1/watchlists",
                                ctx ->
                                        Api.json(
                                                ctx,
                                                Map.of(
                                                        "watchlists",
                                                        boards.watchlists().values()))));
        HttpServer server = HttpServer.start("127.0.0.1", Integer.parseInt(args[0]), routes);
        System.out.println("http://localhost:" + server.port());
        if (args.length > 1 && args[1].equals("CROWD")) {
            news.crowd();
        } else if (args.length > 1) {
            timer.scheduleWithFixedDelay(news::happen, 4, 4, TimeUnit.SECONDS);
        }
    }
}
