package org.tocsin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.app.lines.Terminal;

class TocsinCommandTest {

    private static final String ARTICLES =
            """
            {"id":"a","title":"A ferry is late","text":"The morning ferry from the islands was two hours late."}
            no article
            {"id":"b","title":"A ferry is late","text":"The morning ferry from the islands was two hours late."}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void anUnknownCommandIsMisuse() {
        assertThat(run("", "ring")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("ring");
    }

    @Test
    void noCommandIsMisuse() {
        assertThat(run("")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        TocsinCommand.line(terminal(""))
                .getSubcommands()
                .forEach(
                        (name, command) -> {
                            assertThat(run("", name, "--help")).as(name).isZero();
                            command.getSubcommands()
                                    .keySet()
                                    .forEach(
                                            sub ->
                                                    assertThat(run("", name, sub, "--help"))
                                                            .as(name + " " + sub)
                                                            .isZero());
                        });

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void dedupeAnswersEveryArticleAndReportsWhatIsNone() {
        assertThat(run(ARTICLES, "dedupe")).isZero();

        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(err.toString()).contains("stdin:2: ");
    }

    @Test
    void tagAnswersEveryArticleAndReportsWhatIsNone() {
        assertThat(run(ARTICLES, "tag", "-")).isZero();

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString()).contains("stdin:2: ");
    }

    @Test
    void aFileThatIsNotThereFails() {
        assertThat(run("", "tag", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("tocsin: no file ");
    }

    @Test
    void aReaderThatLeavesIsNoFailure() {
        var broken =
                new PrintStream(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("Broken pipe");
                            }
                        });
        var in = new ByteArrayInputStream(ARTICLES.getBytes(StandardCharsets.UTF_8));
        var terminal = new Terminal(in, broken, new PrintStream(err, true), Map.of());

        assertThat(TocsinCommand.run(terminal, "dedupe")).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whereNothingRunsClientsSayWhatToStart() {
        assertThat(run("", "dead-letters", "list")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing runs on").contains("tocsin demo");
    }

    @Test
    void aSettingThatMakesNoSenseIsNamed() {
        var terminal = terminal("", Map.of("TOCSIN_HTTP_PORT", "eighty"));

        assertThat(TocsinCommand.run(terminal, "topics", "plan")).isEqualTo(1);
        assertThat(err.toString()).contains("TOCSIN_HTTP_PORT=eighty");
    }

    @Test
    void aNameInAnyScriptFindsItsActor() {
        assertThat(run("", "lexicon", "lookup", "Россия")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"id\":\"russia\"");
    }

    @Test
    void aNameThatNobodyBearsFailsWithASuggestion() {
        assertThat(run("", "lexicon", "lookup", "Rrussia")).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean");
    }

    private int run(String in, String... arguments) {
        return TocsinCommand.run(terminal(in), arguments);
    }

    private Terminal terminal(String in) {
        return terminal(in, Map.of("TOCSIN_DATA", folder.toString()));
    }

    private Terminal terminal(String in, Map<String, String> environment) {
        return new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true),
                environment);
    }
}
