package org.tocsin.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;

/**
 * The dashboard with news of our own making, to look at: {@code Showroom PORT [LIVE|CROWD]}. With
 * LIVE, an alert or a telling arrives every few seconds; with CROWD, a thousand threads are open.
 */
public final class Showroom {

    private final Boards boards = Boards.empty();
    private final Instant now = Instant.now();
    private long offset;

    private Showroom() {}

    public static void main(String[] args) {
        var showroom = new Showroom();
        showroom.furnish();
        showroom.furnishFeeds();
        var timer = Executors.newScheduledThreadPool(1);
        List<Routes> routes = new ArrayList<>(BoardRoutes.over(showroom.boards, timer));
        routes.addAll(new OperatorsCorner(showroom.boards).routes());
        routes.addAll(new DeliveryCorner().routes(showroom.boards));
        routes.add(new ShowroomJudging(showroom.boards));
        routes.add(new VolumeRoutes(showroom.boards, Instant::now));
        routes.add(new WatchlistCorner(showroom.boards));
        routes.add(new Page(new FirstRows(showroom.boards, Instant::now)));
        routes.add(api -> api.get("/api/v1/watchlists", ctx -> Api.json(ctx, watchlists())));
        HttpServer server = HttpServer.start("127.0.0.1", Integer.parseInt(args[0]), routes);
        System.out.println("http://localhost:" + server.port());
        if (args.length > 1 && args[1].equals("CROWD")) {
            showroom.crowd();
        } else if (args.length > 1) {
            timer.scheduleWithFixedDelay(showroom::happen, 4, 4, TimeUnit.SECONDS);
        }
    }

    private static final String[][] STORIES = {
        {"military-strike", "Strikes hit fuel depot outside Port Sudan, army says"},
        {"talks", "Envoys return to Geneva for a fourth round on the grain corridor"},
        {"ceasefire", "الأمم المتحدة ترحب بإعلان الهدنة في الحديدة"},
        {"labour-strike", "Dockers in Rotterdam walk out for a second day over rosters"},
        {"sanctions", "Council renews sanctions on shipping insurers for six months"},
        {"election", "Second round set for 14 June after no candidate passes half"},
        {"displacement", "Thousands leave the river towns as water and shelling rise"},
        {"aid", "First convoy in three weeks reaches the eastern districts"},
        {"resignation", "נשיא בית המשפט העליון הודיע על פרישתו"},
    };

    private void furnish() {
        int n = 0;
        for (String[] story : STORIES) {
            String id = "s" + n;
            tell(
                    id,
                    id + "-1",
                    Verdict.Kind.NEW,
                    null,
                    story[1],
                    "Body of it.",
                    story[0],
                    600 - n * 61,
                    "wire" + n % 3 + ".example",
                    1 + n % 4);
            for (int copy = 0; copy < n % 4; copy++) {
                tell(
                        id,
                        id + "-c" + copy,
                        Verdict.Kind.COPY,
                        id + "-1",
                        story[1],
                        "Body of it.",
                        story[0],
                        590 - n * 61,
                        "outlet" + copy + ".example",
                        1 + n % 4);
            }
            n++;
        }
        ceasefire();
        tell(
                "st-t2",
                "a9",
                Verdict.Kind.NEW,
                null,
                "Armoured column crosses the Halwan line overnight, residents and monitors say",
                "Residents heard engines from midnight on. Monitors counted some forty vehicles.",
                "ground-attack",
                3,
                "monitor.example",
                1);
        alert(
                "t2",
                1,
                "troops",
                Alert.Kind.NEW,
                Severity.CRITICAL,
                2,
                "a9",
                "Armoured column crosses the Halwan line overnight, residents and monitors say",
                3);
        alert(
                "t3",
                1,
                "hodeidah",
                Alert.Kind.UPDATE,
                Severity.MEDIUM,
                45,
                "s2-1",
                "الأمم المتحدة ترحب بإعلان الهدنة في الحديدة",
                2);
        alert(
                "t4",
                1,
                "ports",
                Alert.Kind.NEW,
                Severity.LOW,
                130,
                "s3-1",
                "Dockers in Rotterdam walk out for a second day over rosters",
                1);
        alert(
                "t5",
                2,
                "troops",
                Alert.Kind.CORRECTED,
                Severity.HIGH,
                200,
                "x",
                "Ministry denies that the 4th brigade has left its barracks",
                1);
        alert(
                "t6",
                4,
                "sanctions",
                Alert.Kind.EXPIRED,
                Severity.MEDIUM,
                5000,
                "s4-1",
                "Council renews sanctions on shipping insurers for six months",
                2);
        alert(
                "t7",
                1,
                "judges",
                Alert.Kind.NEW,
                Severity.MEDIUM,
                320,
                "s8-1",
                "נשיא בית המשפט העליון הודיע על פרישתו",
                1);
        alert(
                "t8",
                1,
                "ports",
                Alert.Kind.NEW,
                Severity.HIGH,
                410,
                "s0-1",
                "Strikes hit fuel depot outside Port Sudan, army says",
                2);
    }

    private void ceasefire() {
        String first =
                "Ankara and Moscow announced a ceasefire in the northern province on Tuesday, to take effect at midnight. The truce covers the highway and both river crossings, officials said. Convoys of aid are to follow within two days if the guns stay silent.";
        String second =
                "A cessation of hostilities announced by Russia and Turkey came into force at midnight, monitors in the province said. Two shells fell near the eastern crossing in the first hour, but nobody claimed them and the line has been quiet since.";
        tell(
                "sc",
                "c1",
                Verdict.Kind.NEW,
                null,
                "Russia and Turkey announce ceasefire in northern province",
                first,
                "ceasefire",
                95,
                "anadolu.example",
                1);
        tell(
                "sc",
                "c2",
                Verdict.Kind.COPY,
                "c1",
                "Ceasefire announced in northern province",
                first,
                "ceasefire",
                92,
                "harbour-post.example",
                1);
        tell(
                "sc",
                "c3",
                Verdict.Kind.COPY,
                "c1",
                "Truce for the north",
                first,
                "ceasefire",
                90,
                "valley-times.example",
                1);
        tell(
                "sc",
                "c4",
                Verdict.Kind.NEW,
                null,
                "Guns fall silent as Russian-Turkish truce takes hold",
                second,
                "ceasefire",
                8,
                "monitor.example",
                2);
        String headline = "Guns fall silent as Russian-Turkish truce takes hold";
        ring(
                1,
                Alert.Kind.NEW,
                Severity.HIGH,
                95,
                "c1",
                "Russia and Turkey announce ceasefire in northern province",
                1,
                List.of("c1"),
                List.of(
                        mark("c1", first, "Moscow", "actor:Russia", "russia"),
                        mark("c1", first, "Ankara", "actor:Turkey", "turkey"),
                        mark(
                                "c1",
                                first,
                                "ceasefire",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire"),
                        mark(
                                "c1",
                                first,
                                "truce",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire")));
        ring(
                2,
                Alert.Kind.ESCALATED,
                Severity.CRITICAL,
                8,
                "c4",
                headline,
                2,
                List.of("c1", "c2", "c3", "c4"),
                List.of(
                        mark("c4", second, "Russia", "actor:Russia", "russia"),
                        mark("c4", second, "Turkey", "actor:Turkey", "turkey"),
                        mark(
                                "c4",
                                second,
                                "cessation of hostilities",
                                "event:ceasefire[modality=announced|occurred]",
                                "ceasefire")));
    }

    private void ring(
            int seq,
            Alert.Kind kind,
            Severity severity,
            int minutes,
            String trigger,
            String headline,
            int origins,
            List<String> articles,
            List<Evidence> evidence) {
        boards.alerts()
                .rang(
                        0,
                        offset++,
                        new Alert(
                                "al-" + offset,
                                "tc",
                                seq,
                                "guarantors",
                                3,
                                kind,
                                severity,
                                before(minutes),
                                trigger,
                                "sc",
                                articles,
                                origins,
                                headline,
                                evidence));
    }

    private static Evidence mark(
            String article, String text, String words, String clause, String entity) {
        int at = text.indexOf(words);
        return new Evidence(article, "text", at, at + words.length(), words, clause, entity);
    }

    private void alert(
            String thread,
            int seq,
            String watchlist,
            Alert.Kind kind,
            Severity severity,
            int minutes,
            String article,
            String headline,
            int origins) {
        String word = headline.split(" ")[0];
        boards.alerts()
                .rang(
                        0,
                        offset++,
                        new Alert(
                                "al-" + offset,
                                thread,
                                seq,
                                watchlist,
                                1,
                                kind,
                                severity,
                                before(minutes),
                                article,
                                "st-" + thread,
                                List.of(article),
                                origins,
                                headline,
                                List.of(
                                        new Evidence(
                                                article,
                                                "title",
                                                0,
                                                word.length(),
                                                word,
                                                "word",
                                                null))));
    }

    private void tell(
            String story,
            String id,
            Verdict.Kind kind,
            String of,
            String title,
            String text,
            String topic,
            int minutes,
            String source,
            int origins) {
        Instant at = before(minutes);
        var article =
                new Article(
                        id,
                        id,
                        "https://" + source + "/" + id,
                        source,
                        "https://" + source + "/feed",
                        title,
                        text,
                        null,
                        at.minusSeconds(90),
                        null,
                        at,
                        List.of(),
                        List.of());
        var telling =
                new Telling(
                        article,
                        new Verdict(id, kind, of, story, of == null ? 0 : .93, origins),
                        boards.stories()
                                .article(of == null ? id : of)
                                .map(first -> first.telling().origin())
                                .orElse(source),
                        false);
        var event =
                new EventTag(
                        topic,
                        Modality.OCCURRED,
                        "X",
                        null,
                        List.of(),
                        List.of(),
                        "title",
                        0,
                        1,
                        "x",
                        0);
        boards.stories()
                .told(
                        0,
                        offset++,
                        new TaggedTelling(telling, new Tags(id, "en", List.of(), List.of(event))));
    }

    private Instant before(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private void crowd() {
        String[] watchlists = {"ports", "troops", "sanctions", "judges", "hodeidah"};
        for (int n = 0; n < 1_000; n++) {
            alert(
                    "crowd" + n,
                    1,
                    watchlists[n % watchlists.length],
                    Alert.Kind.values()[n % 3],
                    Severity.values()[n % 7 % 4],
                    10 + n,
                    "s" + n % STORIES.length + "-1",
                    STORIES[n % STORIES.length][1] + " (" + n + ")",
                    1 + n % 5);
        }
    }

    private int beats;

    private void happen() {
        int n = ++beats;
        int minutes = (int) -Duration.between(now, Instant.now()).toMinutes();
        if (n % 3 == 0) {
            alert(
                    "live" + n,
                    1,
                    "ports",
                    Alert.Kind.NEW,
                    Severity.values()[n / 3 % 4],
                    minutes,
                    "z" + n,
                    "Pilots ground flights at a third airport (" + n + ")",
                    1);
        } else if (n % 3 == 1) {
            alert(
                    "t2",
                    1 + n,
                    "troops",
                    Alert.Kind.UPDATE,
                    Severity.CRITICAL,
                    minutes,
                    "a9",
                    "Armoured column crosses the Halwan line; a second brigade follows (" + n + ")",
                    3 + n);
        } else {
            tell(
                    "l" + n,
                    "l" + n,
                    Verdict.Kind.NEW,
                    null,
                    "Another happening of the day, number " + n,
                    "Text.",
                    "talks",
                    minutes,
                    "wire1.example",
                    1);
        }
    }

    private static Map<String, Object> watchlists() {
        return Map.of(
                "watchlists",
                List.of(
                        watch(
                                "guarantors",
                                "Astana guarantors and a ceasefire",
                                "actor:Russia AND actor:Turkey AND event:ceasefire[modality=announced|occurred]"),
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

    private void furnishFeeds() {
        for (int n = 0; n < 14; n++) {
            Feed feed =
                    Feed.at("https://outlet%d.example/news/feed.xml".formatted(n))
                            .titled(n == 3 ? "الميناء" : n == 9 ? null : "Outlet " + n)
                            .enabled(n != 13);
            boards.feeds().put(feed.id(), feed);
            if (n != 12) {
                boards.feedReports().put(feed.id(), report(feed, n));
                visits(feed, report(feed, n), n);
            }
        }
        for (String watchlist : List.of("hodeidah", "troops", "judges")) {
            String when =
                    watchlist.equals("judges")
                            ? "source:outlet5.example"
                            : "source:outlet7.example";
            boards.sources()
                    .put(
                            watchlist,
                            new Watchlist(
                                    watchlist, null, null, null, when, null, 1, null, null, 1));
        }
    }

    private void visits(Feed feed, FeedReport last, int n) {
        for (int back = 30; back > 0; back--) {
            FeedReport.Draft visit = last.next(feed, before(3 + 12 * back));
            boards.visits()
                    .add(
                            feed.id(),
                            (back % 7 == n % 7
                                            ? visit.failed(Cause.TIMEOUT, "no answer in 45 s", 0)
                                            : back % 3 == 0
                                                    ? visit.fetched(200, 20, 1 + back % 4)
                                                    : visit.unchanged(304))
                                    .report());
        }
        boards.visits().add(feed.id(), last);
    }

    private FeedReport report(Feed feed, int n) {
        Instant last = n == 4 ? before(31 * 60) : before(12 * (n + 1));
        var rhythm =
                new FeedReport.Rhythm(
                        Duration.ofMinutes(5 + n), null, Duration.ofMinutes(40), last, null);
        FeedReport good =
                FeedReport.draft(feed, before(300))
                        .fetched(200, 20, 1)
                        .rhythm(rhythm)
                        .coverage(state(n), before(n == 7 ? 95 : 290))
                        .report();
        FeedReport.Draft draft = good.next(feed, before(3)).due(before(-4));
        return switch (n) {
            case 7 -> draft.failed(Cause.SERVER, "the server answered 503", 503).report();
            case 8 -> draft.failed(Cause.REFUSED, "the server answered 403", 403).report();
            case 9 -> draft.failed(Cause.TIMEOUT, "no answer in 45 s", 0).report();
            default -> draft.unchanged(304).report();
        };
    }

    private static Coverage.State state(int n) {
        return switch (n) {
            case 4 -> Coverage.State.STALE;
            case 7 -> Coverage.State.DARK;
            case 8 -> Coverage.State.BLOCKED;
            default -> Coverage.State.LIVE;
        };
    }
}
