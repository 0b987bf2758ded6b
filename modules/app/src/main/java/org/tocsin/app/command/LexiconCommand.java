package org.tocsin.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Imported;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconCheck;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.lexicon.LexiconImport;
import org.tocsin.core.lexicon.Refusal;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The gazetteer of actors. */
@Command(name = "lexicon", description = "Looks up the actors and their names.")
final class LexiconCommand extends Group {

    private static final String BY = "command line";

    private final Terminal terminal;

    LexiconCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            name = "lookup",
            description = "The actors that a name may stand for, best first, a line each.")
    int lookup(
            @Mixin Help help,
            @Parameters(paramLabel = "NAME", description = "An id or any name, in any script.")
                    String name) {
        var lexicon = Lexicon.shipped();
        var found = new LinkedHashSet<Actor>();
        lexicon.byId(name).ifPresent(found::add);
        found.addAll(lexicon.named(name));
        if (found.isEmpty()) {
            List<String> near = lexicon.suggestions(name);
            throw new Failed(
                    "nobody is called "
                            + name
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near)));
        }
        var out = new JsonLines(terminal.out());
        found.forEach(out::write);
        return 0;
    }

    @Command(
            name = "check",
            description =
                    "Names and Wikidata ids that several actors bear, unknown countries; a line"
                            + " each.")
    int check(@Mixin Help help) {
        var lexicon = Lexicon.shipped();
        List<LexiconCheck.Finding> findings = LexiconCheck.of(lexicon.actors());
        var out = new JsonLines(terminal.out());
        findings.forEach(out::write);
        terminal.err()
                .println(lexicon.actors().size() + " actors, " + findings.size() + " findings");
        return 0;
    }

    @Command(
            name = "import",
            description = {
                "Turns a file of actors into lexicon entries on standard output, a JSON line each.",
                "Reads tables (csv: comma- or tab-separated, by the header line id, name, type,",
                "wikidata, country, names parted by |), dictionaries of Phoenix and PETRARCH",
                "(phoenix), entities of FollowTheMoney as OpenSanctions has them (ftm) and items of",
                "Wikidata (wikidata), a JSON object a line. A bad line is told by its number and",
                "left out, and the exit is 1. Nothing is sent anywhere without --apply."
            })
    int importActors(
            @Mixin Help help,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            description =
                                    "${COMPLETION-CANDIDATES}; told from the file if left out.")
                    LexiconImport.Format format,
            @Option(
                            names = "--apply",
                            description =
                                    "Saves the entries in the running system, where they count from"
                                            + " the next article on.")
                    boolean apply,
            @Parameters(paramLabel = "FILE") String file)
            throws IOException {
        String text = file.equals("-") ? stdin() : read(file);
        Imported imported = LexiconImport.read(text, format, Lexicon.shipped(), Instant.EPOCH);
        for (Refusal refusal : imported.refusals()) {
            terminal.err().println(file + ":" + refusal.line() + ": " + refusal.message());
        }
        if (apply) {
            save(imported.entries());
        } else {
            var out = new JsonLines(terminal.out());
            imported.entries().forEach(out::write);
        }
        return imported.refusals().isEmpty() ? 0 : 1;
    }

    private void save(List<LexiconEntry> entries) {
        Settings settings = Running.system(terminal);
        var desk =
                new LexiconDesk(settings, new AvroSerdes(settings.registry()), Clock.systemUTC());
        long changed =
                desk.save(entries, BY).stream()
                        .filter(saved -> saved.outcome() != LexiconDesk.Outcome.UNCHANGED)
                        .count();
        terminal.err().println(entries.size() + " entries, " + changed + " of them new or changed");
    }

    private String stdin() throws IOException {
        return new String(terminal.in().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String read(String file) throws IOException {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new Failed("no file " + file, e);
        }
    }
}
