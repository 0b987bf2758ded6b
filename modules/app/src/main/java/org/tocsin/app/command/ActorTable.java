package org.tocsin.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;

/** Actors in a tab-separated table with a header line. */
final class ActorTable {

    private final List<String> columns;

    private ActorTable(String header) {
        columns = Arrays.stream(header.split("\t", -1)).map(String::strip).toList();
    }

    /** Gives every entry to the reader and returns what is wrong with the other lines. */
    static List<String> read(String file, String text, Consumer<LexiconEntry> reader) {
        String[] lines = text.split("\\R");
        var table = new ActorTable(lines[0]);
        var faults = new ArrayList<String>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                reader.accept(table.entry(lines[i].split("\t", -1)));
            } catch (IllegalArgumentException e) {
                faults.add("%s:%d: %s".formatted(file, i + 1, e.getMessage()));
            }
        }
        return faults;
    }

    private LexiconEntry entry(String[] cells) {
        String type = cell(cells, "type");
        return new LexiconEntry(
                needed(cells, "id"),
                needed(cells, "name"),
                ActorType.byId(type == null ? "" : type)
                        .orElseThrow(() -> new IllegalArgumentException("no actor type " + type)),
                cell(cells, "wikidata"),
                cell(cells, "country"),
                names(cells),
                null,
                Instant.EPOCH);
    }

    private List<String> names(String[] cells) {
        String names = cell(cells, "names");
        return names == null
                ? List.of()
                : Arrays.stream(names.split("\\|")).map(String::strip).toList();
    }

    private String needed(String[] cells, String column) {
        String value = cell(cells, column);
        if (value == null) {
            throw new IllegalArgumentException("the column " + column + " is empty");
        }
        return value;
    }

    private String cell(String[] cells, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.length || cells[at].isBlank() ? null : cells[at].strip();
    }
}
