package org.tocsin.core.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.article.Article;

/**
 * A sentence of a file such as {@code /tag/developing.tsv} with the events that a reader finds in
 * it.
 */
record Gold(String kind, String sentence, List<Event> events) {

    /** {@code actors} and {@code targets} are null where roles are not measured. */
    record Event(String topic, String modality, Set<String> actors, Set<String> targets) {

        private static Event of(String cell) {
            String[] parts = cell.split("[=:>]", -1);
            boolean roles = parts.length == 4;
            return new Event(
                    parts[0], parts[1], roles ? ids(parts[2]) : null, roles ? ids(parts[3]) : null);
        }

        private static Set<String> ids(String cell) {
            return cell.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split("\\+")));
        }
    }

    static List<Gold> sentences() {
        return sentences("developing");
    }

    static List<Gold> sentences(String file) {
        try (InputStream in = Gold.class.getResourceAsStream("/tag/" + file + ".tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Gold(cells[0], cells[1], events(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> events(String cell) {
        return cell.isBlank() ? List.of() : Arrays.stream(cell.split(" ")).map(Event::of).toList();
    }

    Article article() {
        Instant time = Instant.parse("2025-06-15T10:00:00Z");
        return new Article(
                "a", null, null, null, null, "", sentence, "en", time, null, time, null, null);
    }
}
