package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.List;

/** The rows of a table after RFC 4180, each with the line on which it begins. */
final class CsvRows {

    private final String csv;
    private final char comma;
    private int at;
    private int line = 1;
    private boolean closed;

    private CsvRows(String csv, char comma) {
        this.csv = csv;
        this.comma = comma;
    }

    /** {@code closed} is false where a quote runs to the end of the table. */
    record Row(int line, List<String> cells, boolean closed) {}

    /** Blank lines are left out. */
    static List<Row> of(String csv, char comma) {
        var reader = new CsvRows(csv, comma);
        var rows = new ArrayList<Row>();
        while (reader.at < csv.length()) {
            Row row = reader.row();
            if (row.cells().size() > 1 || !row.cells().get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() {
        int first = line;
        var cells = new ArrayList<String>();
        closed = true;
        do {
            cells.add(cell());
        } while (at < csv.length() && csv.charAt(at++) == comma);
        if (at > 0 && csv.charAt(at - 1) == '\n') {
            line++;
        }
        return new Row(first, cells, closed);
    }

    /** Reads up to the comma or the end of the line, which stays. */
    private String cell() {
        var cell = new StringBuilder();
        boolean quoted = false;
        while (at < csv.length()) {
            char c = csv.charAt(at);
            if (c == '"' && quoted && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (!quoted && (c == comma || c == '\n')) {
                break;
            } else {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            }
            at++;
        }
        closed &= !quoted;
        return cell.toString().strip();
    }
}
