package org.tocsin.app.command;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.desk.WatchlistDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The standing questions of analysts. */
@Command(name = "watchlists", description = "Saves, shows, checks and deletes watchlists.")
final class WatchlistsCommand extends Group {

    private static final String BY = "command line";

    private final Terminal terminal;

    WatchlistsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "apply", description = "Saves the watchlists of files, all or none.")
    int apply(@Mixin Help help, @Parameters(paramLabel = "FILE|DIR") String place)
            throws IOException {
        WatchlistDesk desk = desk();
        List<Watchlist> watchlists = WatchlistFiles.read(place, lexicon(), terminal);
        for (var saved : desk.save(watchlists, BY)) {
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
    int delete(@Mixin Help help, @Parameters(paramLabel = "ID") String id) {
        if (!desk().delete(id, BY)) {
            throw missing(id);
        }
        terminal.err().println(id + ": deleted");
        return 0;
    }

    @Command(name = "validate", description = "Checks files without a running system.")
    int validate(@Mixin Help help, @Parameters(paramLabel = "FILE|DIR") String place)
            throws IOException {
        int count = WatchlistFiles.read(place, Lexicon.shipped(), terminal).size();
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
