package org.tocsin.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Fold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The gazetteer of actors. */
@Command(name = "lexicon", description = "Looks up the actors and their names.")
final class LexiconCommand extends Group {

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

    @Command(name = "check", description = "The names that more than one actor bears, a line each.")
    int check(@Mixin Help help) {
        var lexicon = Lexicon.shipped();
        var bearers = new TreeMap<String, Set<String>>();
        for (Actor actor : lexicon.actors()) {
            actor.names().forEach(name -> bear(bearers, name, actor));
            actor.aliases().forEach(name -> bear(bearers, name, actor));
        }
        var out = new JsonLines(terminal.out());
        bearers.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .forEach(
                        entry ->
                                out.write(
                                        new Ambiguity(
                                                entry.getKey(), List.copyOf(entry.getValue()))));
        terminal.err().println(lexicon.actors().size() + " actors, " + bearers.size() + " names");
        return 0;
    }

    @Command(
            name = "import",
            description = {
                "Turns a table of actors into lexicon entries, a line each.",
                "Columns, tab-separated, by the header line: id, name, type, wikidata, country,",
                "names (several with |). Only id, name and type are needed."
            })
    int importTable(@Mixin Help help, @Parameters(paramLabel = "FILE") String file)
            throws IOException {
        String text = file.equals("-") ? stdin() : read(file);
        var out = new JsonLines(terminal.out());
        List<String> faults = ActorTable.read(file, text, out::write);
        faults.forEach(terminal.err()::println);
        return faults.isEmpty() ? 0 : 1;
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

    private static void bear(Map<String, Set<String>> bearers, String name, Actor actor) {
        bearers.computeIfAbsent(Fold.fold(name), folded -> new LinkedHashSet<>()).add(actor.id());
    }

    private record Ambiguity(String name, List<String> actors) {}
}
