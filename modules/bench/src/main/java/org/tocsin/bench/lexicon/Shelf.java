package org.tocsin.bench.lexicon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.CommonWords;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/** The rows of a file being made, none of which takes a name from another actor. */
final class Shelf {

    final Lexicon byHand;
    final CommonWords common = CommonWords.shipped();
    private final Map<String, String> bearers = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> rows = new TreeMap<>();

    Shelf(Lexicon byHand) {
        this.byHand = byHand;
        byHand.actors().forEach(actor -> ids.add(actor.id()));
    }

    /** What a source says of an actor; {@code wikidata}, {@code country} may be null. */
    record Found(
            ActorType type, List<String> names, String wikidata, String country, String roles) {

        Found with(List<String> otherNames) {
            return new Found(type, otherNames, wikidata, country, roles);
        }
    }

    /** The hand-written actor of that type which one of the names is; null where none is. */
    Actor known(List<String> names, ActorType type) {
        for (String name : names) {
            for (Actor actor : byHand.named(name)) {
                if (actor.type() == type) {
                    return actor;
                }
            }
        }
        return null;
    }

    /** Adds names that the hand-written actor has not and nobody else bears. */
    void addTo(Actor actor, Found found) {
        List<String> more = free(actor.id(), found.names());
        if (!more.isEmpty()) {
            rows.merge(
                    actor.id(),
                    String.join("\t", "", "", "", "", String.join("|", more), ""),
                    Shelf::joined);
        }
    }

    /** Adds a new actor under the first of its names; false where that is somebody else's. */
    boolean add(Found found) {
        String label = found.names().get(0);
        String id = id(label, found.country());
        List<String> names = free(id, found.names());
        if (names.isEmpty() || !names.get(0).equals(label) || !ids.add(id)) {
            return false;
        }
        rows.put(
                id,
                String.join(
                        "\t",
                        found.type().id(),
                        label,
                        orEmpty(found.wikidata()),
                        orEmpty(found.country()),
                        String.join("|", names.subList(1, names.size())),
                        found.roles()));
        return true;
    }

    /** Writes the rows in the order of their ids and begins another file. */
    void write(Path file, String source) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Made by org.tocsin.bench.lexicon.LexiconBuild from " + source + " (NOTICE).");
        lines.add("id\ttype\tname\twikidata\tcountry\tnames\troles");
        rows.forEach((id, row) -> lines.add(id + "\t" + row));
        Files.write(file, lines);
        System.out.println(rows.size() + " rows in " + file.getFileName());
        rows.clear();
    }

    private List<String> free(String id, List<String> names) {
        var free = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        for (String name : names) {
            String folded = Fold.fold(name);
            List<Actor> known = byHand.named(name);
            if (known.isEmpty()
                    && bearers.getOrDefault(folded, id).equals(id)
                    && !common.contains(folded)) {
                bearers.put(folded, id);
                if (seen.add(folded)) {
                    free.add(name);
                }
            }
        }
        return List.copyOf(free);
    }

    private String id(String label, String country) {
        String id =
                Fold.fold(label)
                        .replaceAll("['’.]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return ids.contains(id) && country != null ? id + "-" + country : id;
    }

    private static String joined(String row, String other) {
        String more = other.strip();
        return row.stripTrailing() + "|" + more + "\t";
    }

    private static String orEmpty(String cell) {
        return cell == null ? "" : cell;
    }
}
