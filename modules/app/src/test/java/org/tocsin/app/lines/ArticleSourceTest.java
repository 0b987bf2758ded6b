package org.tocsin.app.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;

class ArticleSourceTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void skipsBlankLinesAndAByteOrderMark() throws Exception {
        List<String> titles = titles("\uFEFF{\"title\":\"a\"}\r\n\n   \n{\"title\":\"b\"}");

        assertThat(titles).containsExactly("a", "b");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void reportsABadLineWithItsNumberAndGoesOn() throws Exception {
        List<String> titles = titles("{\"title\":\"a\"}\n\n{oops\n[1]\n{\"title\":\"b\"}\n");

        assertThat(titles).containsExactly("a", "b");
        assertThat(err.toString()).contains("stdin:3: ").contains("stdin:4: ");
    }

    @Test
    void reportsALineThatIsNotUtf8() throws Exception {
        byte[] latin1 =
                "{\"title\":\"caf\u00e9\"}\n{\"title\":\"b\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(titles(latin1)).containsExactly("b");
        assertThat(err.toString()).contains("stdin:1: not UTF-8");
    }

    @Test
    void readsLinesOfAnyLength() throws Exception {
        String longer = "{\"title\":\"" + "lang é ".repeat(20_000) + "\"}\n";
        String brief = "{\"title\":\"b\"}\n";

        List<String> titles = titles(brief.repeat(9_000) + longer + longer + brief.strip());

        assertThat(titles).hasSize(9_003).endsWith("b");
        assertThat(titles.get(9_001)).isEqualTo("lang é ".repeat(20_000));
    }

    @Test
    void letsGoWhatIsHeldBackBeforeItWaits() throws Exception {
        var out = new ByteArrayOutputStream();
        var written = new JsonLines(new PrintStream(out, false, StandardCharsets.UTF_8));
        var articles = ArticleSource.open("-", terminal("{\"title\":\"a\"}\n\n{\"title\":\"b\"}"));
        articles.beforeWaiting(written);

        written.writeSoon(articles.next().title());
        String heldBack = out.toString(StandardCharsets.UTF_8);
        written.writeSoon(articles.next().title());

        assertThat(heldBack).isEmpty();
        assertThat(articles.next()).isNull();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\"a\"\n\"b\"\n");
    }

    @Test
    void saysThatAFileIsNotThere(@TempDir Path folder) {
        assertThatIOException()
                .isThrownBy(
                        () -> ArticleSource.open(folder.resolve("none").toString(), terminal("")))
                .withMessageStartingWith("no file ");
    }

    private List<String> titles(String text) throws IOException {
        return titles(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> titles(byte[] bytes) throws IOException {
        var titles = new ArrayList<String>();
        try (var articles = ArticleSource.open("-", terminal(bytes))) {
            for (Article a = articles.next(); a != null; a = articles.next()) {
                titles.add(a.title());
            }
        }
        return titles;
    }

    private Terminal terminal(String in) {
        return terminal(in.getBytes(StandardCharsets.UTF_8));
    }

    private Terminal terminal(byte[] in) {
        var out = new PrintStream(new ByteArrayOutputStream());
        return new Terminal(
                new ByteArrayInputStream(in), out, new PrintStream(err, true), Map.of());
    }
}
