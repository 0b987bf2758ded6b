package org.tocsin.app.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.app.lines.ArticleSource;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Reason;
import org.tocsin.core.tag.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles in, their actors and events out. */
@Command(
        name = "tag",
        description = "Says of each article which actors it names and which events it tells of.",
        footer = {"", "Example: tocsin parse feed.xml | tocsin tag"})
final class TagCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = Help.ARTICLES)
    private String file;

    @Option(
            names = "--explain",
            description =
                    "After each article's line, one that says which rule and which words decided.")
    private boolean explain;

    /** The line after an article's: why each of its events was told, in their order. */
    private record Reasons(String id, List<Reason> reasons) {}

    TagCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var tagger = new Tagger(Lexicon.shipped());
        var tags = new JsonLines(terminal.out());
        try (var articles = ArticleSource.open(file, terminal)) {
            for (var article = articles.next(); article != null; article = articles.next()) {
                tags.write(tagger.tag(article));
                if (explain) {
                    tags.write(new Reasons(article.id(), tagger.explain(article)));
                }
            }
        }
        return 0;
    }
}
