package org.tocsin.core.watch.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.query.QueryParser;
import org.tocsin.core.watch.query.Reach;

class WatchlistsDocTest {

    private static final Path DOC = Path.of("../../docs/watchlists.md");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    @Test
    void parsesEveryExampleOfTheDocument() throws Exception {
        String doc = text();
        Lexicon lexicon = Lexicon.shipped();

        var files = YAML.matcher(doc).results().map(match -> match.group(1)).toList();
        var clauses = ROW.matcher(doc).results().map(MatchResult::group).toList();

        assertThat(files).hasSizeGreaterThan(1);
        for (String file : files) {
            assertThat(new WatchlistYaml(lexicon).read("doc", file).faults()).isEmpty();
        }
        assertThat(clauses).hasSizeGreaterThan(12);
        for (String row : clauses) {
            String clause = row.replaceAll("^\\| `|` \\|$", "").replace("\\|", "|");
            assertThat(QueryParser.parse(clause, lexicon, Reach.SPAN).print()).isNotEmpty();
        }
    }

    private static String text() throws IOException {
        return Files.readString(DOC);
    }
}
