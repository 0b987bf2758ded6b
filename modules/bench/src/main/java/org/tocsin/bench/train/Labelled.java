package org.tocsin.bench.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.core.article.Article;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.core.tag.Modality;

/**
 * A text of the corpus and what it tells.
 *
 * @param source the file that it stands in
 * @param wanted the topics that it tells
 * @param arguable topics that a careful reader may find or not
 * @param claims what it claims of its events, the arguable among them
 * @param day the article's, ISO 8601
 */
record Labelled(
        String source,
        String text,
        Set<String> wanted,
        Set<String> arguable,
        List<Claim> claims,
        String day) {

    /** Of one event; where several modalities are given, each is right. */
    record Claim(String topic, Set<Modality> modalities) {}

    private static final String DAY = "2025-06-15";

    /** The texts of those files, and of all files of folders among them. */
    static List<Labelled> in(List<Path> places) throws IOException {
        var all = new ArrayList<Labelled>();
        for (Path place : places) {
            try (var files = Files.walk(place)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                    all.addAll(of(file));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Labelled> of(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        var all = new ArrayList<Labelled>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                all.add(of(lines.get(i), file.getFileName().toString(), i + 1));
            }
        }
        return all;
    }

    private static Labelled of(String line, String source, int number) {
        String[] cells = line.split("\t", -1);
        if (cells[0].indexOf(' ') < 0) {
            // The tagger's own tests say first what kind of text it is.
            cells = Arrays.copyOfRange(cells, 1, cells.length);
        }
        var wanted = new TreeSet<String>();
        var arguable = new TreeSet<String>();
        var claims = new ArrayList<Claim>();
        for (String event : cells.length > 1 ? cells[1].split(" ") : new String[0]) {
            if (event.isBlank()) {
                continue;
            }
            boolean sure = !event.startsWith("?");
            String[] parts = event.substring(sure ? 0 : 1).split("=");
            String topic = parts[0];
            if (EventTopic.byId(topic).isEmpty()) {
                throw new UncheckedIOException(
                        new IOException(source + ":" + number + ": no topic " + topic));
            }
            (sure ? wanted : arguable).add(topic);
            if (parts.length > 1) {
                claims.add(new Claim(topic, modalities(parts[1])));
            }
        }
        arguable.removeAll(wanted);
        String last = cells[cells.length - 1];
        String day = cells.length > 2 && !last.isBlank() ? last : DAY;
        return new Labelled(source, cells[0], wanted, arguable, claims, day);
    }

    private static Set<Modality> modalities(String written) {
        // The tagger's own tests say behind a colon who did it to whom.
        return Stream.of(written.split(":")[0].split("\\|"))
                .map(Modality::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Modality.class)));
    }

    /** Some sentence of it, of which is known as yet only what is arguable anyway. */
    Labelled part() {
        return new Labelled(source, text, new TreeSet<>(), new TreeSet<>(arguable), claims, day);
    }

    Article article() {
        Instant time = Instant.parse(day + "T10:00:00Z");
        return new Article(
                "a", null, null, null, null, "", text, "en", time, null, time, null, null);
    }
}
