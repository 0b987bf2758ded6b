package org.tocsin.core.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;

/** Holds the tagger to what it finds in many scripts, and to whom it does not take for another. */
class NamesSetTest {

    private static final Tagger TAGGER = new Tagger(Lexicon.shipped());
    private static final String ANY_DAY = "2024-05-02";

    @Test
    void findsTheNamesOfManyScripts() throws IOException {
        int named = 0;
        int found = 0;
        int others = 0;
        for (String[] line : lines("names-found.tsv")) {
            List<String> expected = ids(line[3]);
            List<String> told = told(line[0], line[1], line[2]);
            named += expected.size();
            found += (int) expected.stream().filter(told::contains).count();
            others += (int) told.stream().filter(id -> !expected.contains(id)).count();
        }

        assertThat(found / (double) named).as("recall of %s names", named).isGreaterThan(0.95);
        assertThat(others).as("names of others").isLessThan(10);
    }

    @Test
    void takesFewStrangersForThoseItKnows() throws IOException {
        int held = 0;
        List<String[]> lines = lines("names-trapped.tsv");
        for (String[] line : lines) {
            held += ids(line[2]).containsAll(told(line[0], ANY_DAY, line[1])) ? 1 : 0;
        }

        assertThat(held / (double) lines.size()).isGreaterThan(0.85);
    }

    private static List<String> told(String language, String day, String text) {
        Instant then = Instant.parse(day + "T08:00:00Z");
        var article =
                new Article(
                        "a", null, null, null, null, "", text, language, null, null, then, null,
                        null);
        return TAGGER.tag(article).actors().stream().map(ActorTag::id).toList();
    }

    private static List<String> ids(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.split(" "));
    }

    private static List<String[]> lines(String file) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                NamesSetTest.class.getResourceAsStream("/tag/" + file),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        }
    }
}
