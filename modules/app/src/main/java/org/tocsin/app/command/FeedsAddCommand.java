package org.tocsin.app.command;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.app.discover.FeedFinder;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.feed.BadFeed;
import org.tocsin.core.feed.Discovery;
import org.tocsin.core.feed.Discovery.Found;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.Discovery.Readable;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.ingestor.FeedOpener;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Feeds from now on, by their own address or their site's. */
@Command(
        name = "add",
        description = {
            "Adds feeds by their addresses, or by the address of a page that names its feeds.",
            "Each is read once first. A feed that is known gets the settings given here and keeps the others."
        },
        footer = {"", "Example: tocsin feeds add https://example.org --interval PT5M"})
final class FeedsAddCommand implements Callable<Integer> {

    private static final int LONGEST_TITLE = 500;

    private final Terminal terminal;

    @Mixin private Help help;

    @Parameters(arity = "1..*", paramLabel = "URL", description = "Feeds, or pages of sites.")
    private List<String> urls = List.of();

    @Option(names = "--title", description = "What to call it; else what it calls itself.")
    private String title;

    @Option(
            names = "--source",
            description = "Whose articles these are; else the host of each article's address.")
    private String source;

    @Option(names = "--language", description = "Its language, such as en or pt-BR.")
    private String language;

    @Option(
            names = "--interval",
            paramLabel = "DURATION",
            description = "The pause between two fetches, such as PT5M; else as the feed beats.")
    private String interval;

    @Option(names = "--no-pages", description = "Never fetch the pages of its articles.")
    private boolean withoutPages;

    @Option(names = "--ignore-robots", description = "Fetch it though robots.txt asks not to.")
    private boolean againstRobots;

    @Option(names = "--disabled", description = "Add it switched off.")
    private boolean disabled;

    @Option(names = "--no-check", description = "Add it without reading it first.")
    private boolean unchecked;

    FeedsAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (title != null && urls.size() > 1) {
            throw new Misuse("--title names one feed, and there are " + urls.size());
        }
        for (String url : urls) {
            edit(url);
        }
        Settings settings = Running.system(terminal);
        FeedDesk desk = FeedsCommand.desk(settings);
        List<FeedEdit> edits = new ArrayList<>();
        for (String url : urls) {
            FeedEdit edit = unchecked ? edit(url) : checked(url, settings, desk);
            if (edit != null) {
                edits.add(edit);
            }
        }
        FeedsCommand.tell(desk.apply(edits, FeedsCommand.BY), terminal);
        return edits.size() == urls.size() ? 0 : 1;
    }

    /** The settings for the feed at that address, as the options say. */
    private FeedEdit edit(String url) {
        try {
            FeedEdit edit = FeedEdit.of(url);
            set(edit, "title", title);
            set(edit, "source", source);
            set(edit, "language", language);
            set(edit, "interval", interval);
            set(edit, "pages", withoutPages ? "false" : null);
            set(edit, "robots", againstRobots ? "false" : null);
            set(edit, "enabled", disabled ? "false" : null);
            return edit;
        } catch (BadFeed e) {
            throw new Misuse(e.getMessage());
        }
    }

    private static void set(FeedEdit edit, String field, String value) throws BadFeed {
        if (value != null) {
            edit.set(field, value);
        }
    }

    /** The same of the feed that is found there; null where none can be read. */
    private FeedEdit checked(String url, Settings settings, FeedDesk desk) {
        Discovery discovery;
        try (var opener = new FeedOpener(Clock.systemUTC(), guard(url, settings))) {
            discovery = new FeedFinder(opener::open).find(url);
        }
        if (discovery instanceof Nothing nothing && nothing.unanswered()) {
            terminal.err()
                    .println(url + ": " + nothing.reason() + "; taken as it stands, to be tried");
            return edit(url);
        }
        if (discovery instanceof Nothing nothing) {
            terminal.err()
                    .println(url + ": " + nothing.reason() + " (--no-check adds it all the same)");
            return null;
        }
        var found = (Found) discovery;
        tell(url, found);
        FeedEdit edit = edit(found.feed().url());
        boolean isNamed = desk.find(found.feed().url()).map(Feed::title).isPresent();
        return title != null || isNamed ? edit : titled(edit, found.feed().title());
    }

    private static FeedEdit titled(FeedEdit edit, String told) {
        String line = told.replaceAll("\\p{Cntrl}+", " ");
        try {
            return edit.set("title", line.substring(0, Math.min(LONGEST_TITLE, line.length())));
        } catch (BadFeed e) {
            // What a feed calls itself is a courtesy, not a condition.
            return edit;
        }
    }

    private void tell(String url, Found found) {
        if (found.isOnPage()) {
            int count = found.others().size() + 1;
            terminal.err()
                    .printf(
                            "%s: a page that names %d feed%s; taking %s%n",
                            url, count, count == 1 ? "" : "s", shown(found.feed()));
            found.others().forEach(each -> terminal.err().printf("%s: not %s%n", url, shown(each)));
        } else {
            terminal.err().println(shown(found.feed()));
        }
    }

    private static String shown(Readable feed) {
        return "%s: '%s', %d item%s"
                .formatted(feed.url(), feed.title(), feed.items(), feed.items() == 1 ? "" : "s");
    }

    /** As configured; but whoever names an address on this machine means it. */
    private AddressGuard guard(String url, Settings settings) {
        if (settings.ingest().allowLoopback() || !isOnThisMachine(url)) {
            return AddressGuard.of(settings);
        }
        terminal.err()
                .println(
                        url
                                + ": on this machine; an ingestor reads it only in the demo or with"
                                + " TOCSIN_INGEST_ALLOW_LOOPBACK=true");
        return AddressGuard.allowingLoopback();
    }

    private static boolean isOnThisMachine(String url) {
        try {
            String host = URI.create(url.strip()).getHost();
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return false;
        }
    }
}
