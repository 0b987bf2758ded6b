package org.tocsin.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tocsin.app.lines.ArticleSource;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            }
        }
        return 0;
    }
}
