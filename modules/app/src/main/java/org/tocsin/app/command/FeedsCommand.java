package org.tocsin.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.feed.BadFeed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.FeedDesk.Outcome;
import org.tocsin.gateway.desk.FeedDesk.Saved;
import org.tocsin.gateway.opml.BadOpml;
import org.tocsin.gateway.opml.FeedList;
import org.tocsin.gateway.opml.Opml;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The feeds that are read. */
@Command(
        name = "feeds",
        description = "Adds, lists, switches and removes feeds; reads and writes OPML.")
final class FeedsCommand extends Group {

    static final String BY = "command line";

    private final Terminal terminal;

    FeedsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "list",
            description =
                    "The feeds, a line each: as configured, what each gives at present and since when, and the watchlists that depend on it.")
    int list(
            @Mixin Help help,
            @Option(
                            names = "--state",
                            split = ",",
                            paramLabel = "STATE",
                            description =
                                    "Only those that are live, stale, dark, blocked, unread or off.")
                    List<String> states) {
        List<FeedStatus.State> wanted =
                states == null ? List.of() : states.stream().map(FeedsCommand::state).toList();
        var out = new JsonLines(terminal.out());
        desk().statuses().stream()
                .filter(feed -> wanted.isEmpty() || wanted.contains(feed.state()))
                .forEach(out::write);
        return 0;
    }

    private static FeedStatus.State state(String name) {
        return FeedStatus.State.of(name)
                .orElseThrow(
                        () ->
                                new Misuse(
                                        "--state is one of %s, not %s"
                                                .formatted(
                                                        List.of(FeedStatus.State.values()), name)));
    }

    @Command(
            name = "show",
            description = "One feed as list shows it, with the report on its last fetch.")
    int show(@Mixin Help help, @Parameters(paramLabel = "ID|URL") String feed) {
        FeedDesk desk = desk();
        String id = desk.find(feed).orElseThrow(() -> missing(feed)).id();
        FeedStatus status =
                desk.statuses().stream()
                        .filter(each -> each.feed().id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> missing(feed));
        ObjectNode line = Json.mapper().valueToTree(status);
        line.set("report", Json.mapper().valueToTree(desk.report(id).orElse(null)));
        new JsonLines(terminal.out()).write(line);
        return 0;
    }

    @Command(name = "enable", description = "Switches feeds on.")
    int enable(
            @Mixin Help help, @Parameters(arity = "1..*", paramLabel = "ID|URL") List<String> feeds)
            throws BadFeed {
        return switched(feeds, true);
    }

    @Command(name = "disable", description = "Switches feeds off; they are kept, not read.")
    int disable(
            @Mixin Help help, @Parameters(arity = "1..*", paramLabel = "ID|URL") List<String> feeds)
            throws BadFeed {
        return switched(feeds, false);
    }

    private int switched(List<String> feeds, boolean on) throws BadFeed {
        FeedDesk desk = desk();
        int status = 0;
        for (String feed : feeds) {
            FeedEdit edit = FeedEdit.ofKnown().set("enabled", Boolean.toString(on));
            boolean isThere = desk.change(feed, edit, BY).isPresent();
            String word = isThere ? on ? "switched on" : "switched off" : "there is no such feed";
            terminal.err().println(feed + ": " + word);
            status = isThere ? status : 1;
        }
        return status;
    }

    @Command(name = "remove", description = "Removes feeds; what they told stays.")
    int remove(
            @Mixin Help help,
            @Parameters(arity = "1..*", paramLabel = "ID|URL") List<String> feeds) {
        FeedDesk desk = desk();
        int status = 0;
        for (String feed : feeds) {
            boolean removed = desk.remove(feed, BY);
            terminal.err().println(feed + ": " + (removed ? "removed" : "there is no such feed"));
            status = removed ? status : 1;
        }
        return status;
    }

    @Command(
            name = "import",
            description = {
                "Adds the feeds of an OPML file; - reads standard input.",
                "Outlines that are no feed are reported with their line and left out; of a file that is not well-formed nothing is taken."
            })
    int importOpml(@Mixin Help help, @Parameters(paramLabel = "OPML") String file)
            throws IOException {
        String name = file.equals("-") ? "stdin" : file;
        FeedList list;
        try {
            list = Opml.read(bytes(file), null);
        } catch (BadOpml e) {
            tell(name, e.line(), e.column(), e.getMessage());
            return 1;
        }
        list.leftOut().forEach(out -> tell(name, out.line(), out.column(), out.reason()));
        tell(desk().apply(list.feeds(), BY), terminal);
        return 0;
    }

    private void tell(String file, int line, int column, String reason) {
        terminal.err().println("%s:%d:%d: %s".formatted(file, line, column, reason));
    }

    @Command(name = "export", description = "Writes the feeds as OPML.")
    int export(@Mixin Help help) {
        terminal.out().print(Opml.write(desk().list()));
        return 0;
    }

    /** One byte over the limit is enough for it to be refused. */
    private byte[] bytes(String file) throws IOException {
        if (file.equals("-")) {
            return terminal.in().readNBytes(Opml.LONGEST + 1);
        }
        try (var in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(Opml.LONGEST + 1);
        } catch (NoSuchFileException e) {
            throw new Failed("no file " + file, e);
        }
    }

    /** What saving came to: the feeds that are new or changed, a line each. */
    static void tell(List<Saved> saved, Terminal terminal) {
        var out = new JsonLines(terminal.out());
        List<Saved> touched =
                saved.stream().filter(each -> each.outcome() != Outcome.UNCHANGED).toList();
        touched.forEach(each -> out.write(each.feed()));
        terminal.err().println(touched.size() + " of " + saved.size() + " are new or changed");
    }

    private static Failed missing(String feed) {
        return new Failed("there is no feed " + feed);
    }

    private FeedDesk desk() {
        return desk(Running.system(terminal));
    }

    static FeedDesk desk(Settings settings) {
        return new FeedDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }
}
