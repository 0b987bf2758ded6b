package org.tocsin.core.lexicon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.core.tag.ActorType;

/**
 * Actors from a table: comma-separated (RFC 4180: a cell in double quotes may hold commas and line
 * breaks, a quote in it is doubled), or tab-separated where the header holds a tab.
 *
 * <p>The header names the columns, in any order: id, name, type, wikidata, country, names (several
 * parted by {@code |}). Only id, name and type are needed. A line that cannot be read is refused by
 * its number and the others are kept.
 */
public final class LexiconCsv {

    private static final Set<String> COLUMNS =
            Set.of("id", "name", "type", "wikidata", "country", "names");
    private static final Set<String> NEEDED = Set.of("id", "name", "type");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern WIKIDATA = Pattern.compile("Q[1-9][0-9]*");

    private final Instant time;
    private final List<LexiconEntry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private LexiconCsv(Instant time) {
        this.time = time;
    }

    /** Reads a table; {@code time} is when its entries are said. */
    public static Imported read(String csv, Instant time) {
        var reader = new LexiconCsv(time);
        reader.readAll(csv.startsWith("\uFEFF") ? csv.substring(1) : csv);
        return new Imported(reader.entries, reader.refusals);
    }

    private void readAll(String csv) {
        int firstLine = csv.indexOf('\n') < 0 ? csv.length() : csv.indexOf('\n');
        char comma = csv.substring(0, firstLine).indexOf('\t') >= 0 ? '\t' : ',';
        List<CsvRows.Row> rows = CsvRows.of(csv, comma);
        if (rows.isEmpty()) {
            refuse(1, "the table is empty; the first line names the columns");
            return;
        }
        List<String> header = rows.get(0).cells().stream().map(String::strip).toList();
        NEEDED.stream()
                .sorted()
                .filter(column -> !header.contains(column))
                .forEach(column -> refuse(1, "no column is called " + column));
        header.stream()
                .filter(column -> !COLUMNS.contains(column))
                .forEach(column -> refuse(1, "unknown column " + column));
        if (refusals.isEmpty()) {
            rows.stream().skip(1).forEach(row -> readRow(header, row));
        }
    }

    private void readRow(List<String> header, CsvRows.Row row) {
        if (!row.closed()) {
            refuse(row.line(), "a quote is opened and never closed");
            return;
        }
        if (row.cells().size() > header.size()) {
            refuse(
                    row.line(),
                    "%d cells under %d columns".formatted(row.cells().size(), header.size()));
            return;
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).isBlank()) {
                cells.put(header.get(i), row.cells().get(i).strip());
            }
        }
        String fault = fault(cells);
        if (fault == null) {
            entries.add(entry(cells));
        } else {
            refuse(row.line(), fault);
        }
    }

    /** The first thing wrong with a row; null where nothing is. */
    private String fault(Map<String, String> cells) {
        for (String column : List.of("id", "name", "type")) {
            if (!cells.containsKey(column)) {
                return "the column " + column + " is empty";
            }
        }
        if (!ID.matcher(cells.get("id")).matches()) {
            return "the id is not in kebab-case: " + cells.get("id");
        }
        if (ActorType.byId(cells.get("type")).isEmpty()) {
            return "no actor type is called " + cells.get("type");
        }
        String wikidata = cells.get("wikidata");
        if (wikidata != null && !WIKIDATA.matcher(wikidata).matches()) {
            return "no Wikidata id: " + wikidata;
        }
        return ids.add(cells.get("id")) ? null : "the id is there already: " + cells.get("id");
    }

    private LexiconEntry entry(Map<String, String> cells) {
        List<String> names =
                Arrays.stream(cells.getOrDefault("names", "").split("\\|"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        return new LexiconEntry(
                cells.get("id"),
                cells.get("name"),
                ActorType.byId(cells.get("type")).orElseThrow(),
                cells.get("wikidata"),
                cells.get("country"),
                names,
                null,
                time);
    }

    private void refuse(int line, String message) {
        refusals.add(new Refusal(line, message));
    }
}
