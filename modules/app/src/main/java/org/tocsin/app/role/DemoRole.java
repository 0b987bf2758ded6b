package org.tocsin.app.role;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.tocsin.app.demo.ReplayClock;
import org.tocsin.app.demo.SampleFeedServer;
import org.tocsin.app.demo.SampleNews;
import org.tocsin.app.demo.SampleWatchlists;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.settings.Settings;

/** The whole pipeline over sample news, replayed by a feed server in this process. */
public final class DemoRole {

    private static final String BY = "demo";

    private DemoRole() {}

    /** Starts everything; {@code process} closes it. */
    public static Ensemble start(Foundation foundation, RoleProcess process) throws CannotStart {
        Settings settings = foundation.settings();
        // Watchlists are the analyst's once they are there: a restart must not undo changes.
        boolean fresh = !Files.exists(settings.data().resolve("replay.properties"));
        if (fresh) {
            saveWatchlists(foundation);
        }
        ReplayClock clock = process.open(clock(settings));
        SampleFeedServer server = process.open(feedServer(settings, clock));
        // Always: their addresses bear the port, which may be another than last time.
        new FeedDesk(settings, foundation.serdes(), Clock.systemUTC()).save(server.feeds(), BY);
        return process.open(AllRole.start(foundation, clock, AddressGuard.allowingLoopback()));
    }

    private static ReplayClock clock(Settings settings) throws CannotStart {
        try {
            return ReplayClock.open(settings.data(), ReplayClock.DEFAULT_SPEED, Clock.systemUTC());
        } catch (IOException e) {
            throw new CannotStart("the replay cannot go on: " + e.getMessage(), e);
        }
    }

    private static SampleFeedServer feedServer(Settings settings, ReplayClock clock)
            throws CannotStart {
        try {
            return new SampleFeedServer(settings.demoFeedsPort(), SampleNews.load(), clock);
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is taken; set TOCSIN_DEMO_FEEDS_PORT to another"
                            .formatted(settings.demoFeedsPort()),
                    e);
        }
    }

    private static void saveWatchlists(Foundation foundation) {
        var yaml = new WatchlistYaml(Lexicon.shipped());
        List<Watchlist> watchlists =
                SampleWatchlists.files().stream()
                        .flatMap(
                                file ->
                                        yaml
                                                .read(file, SampleWatchlists.text(file))
                                                .watchlists()
                                                .stream())
                        .toList();
        new WatchlistDesk(foundation.settings(), foundation.serdes(), Clock.systemUTC())
                .save(watchlists, BY);
    }
}
