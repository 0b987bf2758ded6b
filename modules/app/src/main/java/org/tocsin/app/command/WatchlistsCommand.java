package org.tocsin.app.command;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.desk.Author;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.gateway.preview.Preview;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The standing questions of analysts. */
@Command(
        name = "watchlists",
        description = "Saves, shows, checks, previews and deletes watchlists.")
final class WatchlistsCommand extends Group {

    private static final String BY = "command line";
    private static final String WHY = "Why; it stands in the history.";

    private final Terminal terminal;

    WatchlistsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "apply", description = "Saves the watchlists of files, all or none.")
    int apply(
            @Mixin Help help,
            @Parameters(paramLabel = "FILE|DIR") String place,
            @Option(names = "--why", description = WHY) String why)
            throws IOException {
        WatchlistDesk desk = desk();
        List<Watchlist> watchlists = WatchlistFiles.readWarning(place, lexicon(), terminal);
        for (var saved : desk.save(watchlists, new Author(BY, why))) {
            terminal.out()
                    .printf(
                            "%s: %s, version %d%n",
                            saved.watchlist().id(),
                            saved.outcome().name().toLowerCase(java.util.Locale.ROOT),
                            saved.watchlist().version());
        }
        return 0;
    }

    @Command(name = "list", description = "The live watchlists, a line each.")
    int list(@Mixin Help help) {
        var out = new JsonLines(terminal.out());
        desk().list().forEach(out::write);
        return 0;
    }

    @Command(name = "show", description = "One as YAML, as it can be applied again.")
    int show(@Mixin Help help, @Parameters(paramLabel = "ID") String id) {
        Watchlist watchlist = desk().find(id).orElseThrow(() -> missing(id));
        terminal.out().print(WatchlistYaml.write(List.of(watchlist)));
        return 0;
    }

    @Command(name = "delete", description = "Deletes one; its alerts stay.")
    int delete(
            @Mixin Help help,
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--why", description = WHY) String why) {
        if (!desk().delete(id, new Author(BY, why), null)) {
            throw missing(id);
        }
        terminal.err().println(id + ": deleted");
        return 0;
    }

    @Command(name = "history", description = "Who changed one, when and why, a line a change.")
    int history(@Mixin Help help, @Parameters(paramLabel = "ID") String id) {
        List<AuditEntry> history = desk().history(id);
        if (history.isEmpty()) {
            throw missing(id);
        }
        history.forEach(new JsonLines(terminal.out())::write);
        return 0;
    }

    @Command(name = "rollback", description = "Saves an old version again, as the next one.")
    int rollback(
            @Mixin Help help,
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "VERSION") int version,
            @Option(names = "--why", description = WHY) String why) {
        WatchlistDesk desk = desk();
        Watchlist old =
                desk.version(id, version)
                        .orElseThrow(
                                () -> new Failed("there is no version " + version + " of " + id));
        check(old);
        var author = new Author(BY, why == null ? "back to version " + version : why);
        var saved = desk.save(old, author, null);
        terminal.err().println(id + ": version " + saved.watchlist().version());
        return 0;
    }

    private void check(Watchlist old) {
        try {
            Rule.compile(old, lexicon());
        } catch (BadWatchlist e) {
            throw new Failed(old.id() + ": " + e.getMessage());
        }
    }

    @Command(
            name = "preview",
            description = "What the watchlists of files would have rung of late, a line each.")
    int preview(
            @Mixin Help help,
            @Parameters(paramLabel = "FILE|DIR") String place,
            @Option(
                            names = "--span",
                            defaultValue = "PT24H",
                            description = "How far back: an ISO 8601 duration up to P30D.")
                    Duration span)
            throws IOException, BadWatchlist, InterruptedException {
        if (span.isNegative() || span.isZero() || span.toDays() > 30) {
            throw new Misuse("--span is above zero and at most P30D");
        }
        Lexicon lexicon = lexicon();
        var out = new JsonLines(terminal.out());
        Settings settings = Running.system(terminal);
        WatchlistDesk desk = desk();
        try (var previews =
                new Previews(settings, new AvroSerdes(settings.registry()), Clock.systemUTC())) {
            for (Watchlist watchlist : WatchlistFiles.read(place, lexicon, terminal)) {
                Watchlist running = desk.find(watchlist.id()).orElse(null);
                Rehearsal rehearsal = Rehearsal.of(watchlist, running, lexicon);
                Preview.View view = previews.run(watchlist, span, rehearsal);
                if (view.error() != null) {
                    throw new Failed(watchlist.id() + ": " + view.error());
                }
                out.write(view);
            }
        }
        return 0;
    }

    @Command(name = "validate", description = "Checks files without a running system.")
    int validate(@Mixin Help help, @Parameters(paramLabel = "FILE|DIR") String place)
            throws IOException {
        int count = WatchlistFiles.readWarning(place, Lexicon.shipped(), terminal).size();
        terminal.err().println(count + " watchlists, all well");
        return 0;
    }

    private static Failed missing(String id) {
        return new Failed("there is no watchlist " + id);
    }

    /** With what analysts added to it, who may be watched as well. */
    private Lexicon lexicon() {
        Settings settings = Running.system(terminal);
        var live = new LiveLexicon(Lexicon.shipped());
        new LexiconDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC())
                .list()
                .forEach(entry -> live.put(entry.id(), entry));
        return live.now();
    }

    private WatchlistDesk desk() {
        Settings settings = Running.system(terminal);
        return new WatchlistDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }
}
