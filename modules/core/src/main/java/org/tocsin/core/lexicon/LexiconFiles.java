package org.tocsin.core.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/**
 * Reads actors from tab-separated files: {@code #} starts a comment line, the first other line
 * names the columns, lists are parted by {@code |}. Rows with one id are one actor.
 */
final class LexiconFiles {

    private static final Set<String> COLUMNS =
            Set.of(
                    "id",
                    "type",
                    "name",
                    "wikidata",
                    "code",
                    "country",
                    "names",
                    "aliases",
                    "adjectives",
                    "seats",
                    "capital-of",
                    "traps",
                    "roles");

    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Offices offices = Offices.shipped();

    /** The actors of the files shipped with the product; a fault in one is a bug and throws. */
    static Collection<Actor> shipped() {
        var files = new LexiconFiles();
        for (String file : lines("files.txt")) {
            files.readShipped(file);
        }
        return files.actors();
    }

    /** The actors of these files of a folder, for a tool that makes others from them. */
    static Collection<Actor> of(Path folder, List<String> names) throws IOException {
        var files = new LexiconFiles();
        for (String name : names) {
            try (BufferedReader in = Files.newBufferedReader(folder.resolve(name))) {
                files.read(name, in);
            }
        }
        return files.actors();
    }

    private void readShipped(String file) {
        try (InputStream in = LexiconFiles.class.getResourceAsStream("/lexicon/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no /lexicon/" + file);
            }
            read(file, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words that count as one: the groups of given-names.tsv, and the Arabic article. */
    static Alike alike() {
        var groups = new ArrayList<List<String>>();
        groups.add(List.of("al", "el"));
        for (String line : lines("given-names.tsv")) {
            groups.add(Arrays.stream(line.split("\t")).map(Fold::fold).toList());
        }
        return new Alike(groups);
    }

    /** Names that cover their words without naming anybody. */
    static List<String> notActors() {
        return lines("not-actors.txt");
    }

    static List<String> lines(String file) {
        try (InputStream in = LexiconFiles.class.getResourceAsStream("/lexicon/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String file, BufferedReader in) throws IOException {
        String[] columns = null;
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (columns == null) {
                columns = cells;
                checkColumns(file, columns);
            } else if (cells.length > columns.length) {
                faults.add(file + ":" + number + ": more cells than columns");
            } else {
                addRow(columns, cells);
            }
        }
    }

    private void checkColumns(String file, String[] columns) {
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                faults.add(file + ": no column is called " + column);
            }
        }
    }

    private void addRow(String[] columns, String[] cells) {
        var row = rows.computeIfAbsent(cells[0].strip(), id -> new HashMap<>());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].isBlank()) {
                continue;
            }
            var values = row.computeIfAbsent(columns[i], column -> new ArrayList<>(1));
            if (cells[i].indexOf('|') < 0) {
                addTo(values, cells[i]);
                continue;
            }
            for (String value : cells[i].split("\\|")) {
                addTo(values, value);
            }
        }
    }

    /** Lists are short: looking through them costs less than a set of each. */
    private static void addTo(List<String> values, String value) {
        String bare = value.strip();
        if (!bare.isEmpty() && !values.contains(bare)) {
            values.add(bare);
        }
    }

    private Collection<Actor> actors() {
        var actors = new ArrayList<Actor>(rows.size());
        rows.forEach((id, row) -> actors.add(actor(id, row)));
        actors.forEach(this::checkReferences);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return actors;
    }

    private void checkReferences(Actor actor) {
        if (actor.country() != null && !rows.containsKey(actor.country())) {
            faults.add(actor.id() + ": no country " + actor.country());
        }
        for (Role role : actor.roles()) {
            if (offices.byKey(role.office()).isEmpty()) {
                faults.add(actor.id() + ": no office in offices.tsv is " + role.office());
            }
            if (!rows.containsKey(role.of())) {
                faults.add(actor.id() + ": no actor has the id " + role.of());
            }
        }
    }

    private Actor actor(String id, Map<String, List<String>> row) {
        String name = one(row, "name");
        var type = ActorType.byId(String.valueOf(one(row, "type")));
        if (name == null || type.isEmpty() || !isId(id)) {
            faults.add(id + ": needs a kebab-case id, a name and a type");
            return Actor.named(id, String.valueOf(name), ActorType.PLACE, List.of());
        }
        var names = new LinkedHashSet<String>();
        names.add(name);
        names.addAll(list(row, "names"));
        return new Actor(
                id,
                name,
                type.get(),
                one(row, "wikidata"),
                one(row, "country"),
                List.copyOf(names),
                list(row, "aliases"),
                list(row, "adjectives"),
                list(row, "seats"),
                one(row, "capital-of"),
                list(row, "traps"),
                roles(id, row));
    }

    /** Kebab-case; by hand, since a pattern is slow for the first ten thousand. */
    private static boolean isId(String id) {
        boolean apart = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '-' ? apart : (c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return false;
            }
            apart = c == '-';
        }
        return !apart;
    }

    private List<Role> roles(String id, Map<String, List<String>> row) {
        var roles = new ArrayList<Role>();
        for (String written : list(row, "roles")) {
            Role.parse(written)
                    .ifPresentOrElse(
                            roles::add,
                            () -> faults.add(id + ": no OFFICE:ID:FROM..TO: " + written));
        }
        return roles;
    }

    private static String one(Map<String, List<String>> row, String column) {
        List<String> values = row.get(column);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private static List<String> list(Map<String, List<String>> row, String column) {
        return row.getOrDefault(column, List.of());
    }
}
