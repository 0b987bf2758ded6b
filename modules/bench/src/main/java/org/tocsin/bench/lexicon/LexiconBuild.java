package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
        Path complete = written(folder, byHand);
        var shelf = new Shelf(Lexicon.of(complete, byHand));
        delete(complete, byHand);

        new Regions(states, shelf).read(Path.of(arguments[1]));
        shelf.write(folder.resolve("regions.tsv"), "opensanctions/rigour");
        Organisations.groups().read(entries(phoenix, "MilNonState"), states, shelf);
        shelf.write(folder.resolve("phoenix-groups.tsv"), "Phoenix");
        Organisations.bodies().read(entries(phoenix, "International"), states, shelf);
        shelf.write(folder.resolve("phoenix-bodies.tsv"), "Phoenix");
        new Ministers(states, shelf).read(entries(phoenix, "Countries"));
        shelf.write(folder.resolve("phoenix-people.tsv"), "Phoenix");
    }

    /**
     * The hand-written files without the rows that only add to an actor of the files made here,
     * whom they cannot do without.
     */
    private static Path written(Path folder, List<String> files) throws IOException {
        var rows = new LinkedHashMap<String, List<String>>();
        var whole = new HashSet<String>();
        for (String file : files) {
            rows.put(file, Files.readAllLines(folder.resolve(file)));
            boolean named =
                    rows.get(file).stream().anyMatch(row -> row.startsWith("id\ttype\tname"));
            for (String row : rows.get(file)) {
                String[] cells = row.split("\t", -1);
                if (named && cells.length > 2 && !cells[1].isBlank() && !cells[2].isBlank()) {
                    whole.add(cells[0].strip());
                }
            }
        }
        Path written = Files.createTempDirectory("tocsin-lexicon");
        for (var file : rows.entrySet()) {
            Files.write(
                    written.resolve(file.getKey()),
                    file.getValue().stream().filter(row -> isKept(row, whole)).toList());
        }
        return written;
    }

    private static void delete(Path folder, List<String> files) throws IOException {
        for (String file : files) {
            Files.delete(folder.resolve(file));
        }
        Files.delete(folder);
    }

    private static boolean isKept(String row, Set<String> whole) {
        String id = row.split("\t", 2)[0].strip();
        return row.startsWith("#") || row.isBlank() || id.equals("id") || whole.contains(id);
    }

    private static List<PhoenixText.Entry> entries(Path folder, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("Phoenix." + name + ".actors.txt"));
        return PhoenixText.read(new String(bytes, StandardCharsets.UTF_8)).entries();
    }
}
