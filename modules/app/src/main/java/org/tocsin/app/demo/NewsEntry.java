package org.tocsin.app.demo;

import java.util.Map;
import org.tocsin.app.demo.Item.Change;
import org.tocsin.app.demo.Item.Kind;

/**
 * One entry of a file of the sample, as it is written. At most one of the five relations is given;
 * {@code edits} are a revision's replacements, old words to new.
 */
record NewsEntry(
        String id,
        String at,
        String dated,
        String title,
        String text,
        String author,
        String category,
        String follows,
        String retells,
        String copies,
        String revises,
        String repeats,
        Change change,
        Map<String, String> edits) {

    NewsEntry {
        edits = edits == null ? Map.of() : edits;
    }

    Kind kind() {
        if (follows != null) {
            return Kind.FOLLOW_UP;
        } else if (retells != null) {
            return Kind.RETELLING;
        } else if (copies != null) {
            return Kind.COPY;
        } else if (revises != null) {
            return Kind.REVISION;
        }
        return repeats != null ? Kind.REPEAT : Kind.FIRST;
    }

    /** The id it relates to, null for a first telling. */
    String of() {
        return switch (kind()) {
            case FIRST -> null;
            case FOLLOW_UP -> follows;
            case RETELLING -> retells;
            case COPY -> copies;
            case REVISION -> revises;
            case REPEAT -> repeats;
        };
    }
}
