package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.PhoenixText;

/**
 * Writes the lexicon's files of actors that are taken from open sources, beside those written by
 * hand: ministers, armed groups and international bodies from the Phoenix dictionaries, regions and
 * territories from opensanctions/rigour. What the hand-written files have is not doubled; two runs
 * give the same bytes.
 *
 * <p>Arguments: the folder of the Phoenix files, territories.jsonl, the lexicon's folder.
 */
public final class LexiconBuild {

    private static final Set<String> MADE =
            Set.of("regions.tsv", "phoenix-groups.tsv", "phoenix-bodies.tsv", "phoenix-people.tsv");

    private LexiconBuild() {}

    public static void main(String[] arguments) throws IOException {
        Path phoenix = Path.of(arguments[0]);
        Path folder = Path.of(arguments[2]);
        List<String> byHand =
                Files.readAllLines(folder.resolve("files.txt")).stream()
                        .filter(file -> !file.startsWith("#") && !file.isBlank())
                        .filter(file -> !MADE.contains(file))
                        .toList();
        var states = StateCodes.of(folder.resolve("states.tsv"));
        var shelf = new Shelf(Lexicon.of(folder, byHand));

        new Regions(states, shelf).read(Path.of(arguments[1]));
        shelf.write(folder.resolve("regions.tsv"), "opensanctions/rigour");
        Organisations.groups().read(entries(phoenix, "MilNonState"), states, shelf);
        shelf.write(folder.resolve("phoenix-groups.tsv"), "Phoenix");
        Organisations.bodies().read(entries(phoenix, "International"), states, shelf);
        shelf.write(folder.resolve("phoenix-bodies.tsv"), "Phoenix");
        new Ministers(states, shelf).read(entries(phoenix, "Countries"));
        shelf.write(folder.resolve("phoenix-people.tsv"), "Phoenix");
    }

    private static List<PhoenixText.Entry> entries(Path folder, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("Phoenix." + name + ".actors.txt"));
        return PhoenixText.read(new String(bytes, StandardCharsets.UTF_8)).entries();
    }
}
