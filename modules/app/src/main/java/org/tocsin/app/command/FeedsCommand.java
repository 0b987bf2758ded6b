package org.tocsin.app.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.feed.Feed;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.Opml;
import org.tocsin.gateway.desk.Opml.BadOpml;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The feeds that are read. */
@Command(name = "feeds", description = "Adds, lists and removes feeds; reads and writes OPML.")
final class FeedsCommand extends Group {

    private static final String BY = "command line";

    private final Terminal terminal;

    FeedsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "add", description = "Adds feeds by their addresses.")
    int add(@Mixin Help help, @Parameters(arity = "1..*", paramLabel = "URL") List<String> urls) {
        for (String url : urls) {
            if (!Opml.isWebAddress(url)) {
                throw new Misuse("'" + url + "' is not an http or https address");
            }
        }
        return save(urls.stream().map(Feed::at).toList());
    }

    @Command(name = "list", description = "The feeds, a line each.")
    int list(@Mixin Help help) {
        var out = new JsonLines(terminal.out());
        desk().list().forEach(out::write);
        return 0;
    }

    @Command(name = "remove", description = "Removes a feed by its id or address.")
    int remove(@Mixin Help help, @Parameters(paramLabel = "ID|URL") String feed) {
        if (!desk().remove(feed, BY)) {
            throw new Failed("there is no feed " + feed);
        }
        terminal.err().println(feed + ": removed");
        return 0;
    }

    @Command(
            name = "import",
            description = "Adds the feeds of an OPML file; - reads standard input.")
    int importOpml(@Mixin Help help, @Parameters(paramLabel = "OPML") String file)
            throws IOException {
        try {
            return save(Opml.read(text(file)));
        } catch (BadOpml e) {
            throw new Failed(
                    "%s:%d:%d: %s".formatted(file, e.line(), e.column(), e.getMessage()), e);
        }
    }

    @Command(name = "export", description = "Writes the feeds as OPML.")
    int export(@Mixin Help help) {
        terminal.out().print(Opml.write(desk().list()));
        return 0;
    }

    private String text(String file) throws IOException {
        if (file.equals("-")) {
            return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new Failed("no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new Failed(file + " is not UTF-8", e);
        }
    }

    private int save(List<Feed> feeds) {
        List<Feed> saved = desk().save(feeds, BY);
        var out = new JsonLines(terminal.out());
        saved.forEach(out::write);
        terminal.err().println(saved.size() + " of " + feeds.size() + " are new or changed");
        return 0;
    }

    private FeedDesk desk() {
        Settings settings = Running.system(terminal);
        return new FeedDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
    }
}
