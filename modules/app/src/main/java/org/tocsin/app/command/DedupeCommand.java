package org.tocsin.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.tocsin.app.lines.ArticleSource;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Articles in, verdicts out. */
@Command(
        name = "dedupe",
        description = "Says of each article whether it is new, a repeat, a revision or a copy.",
        footer = {"", "Example: tocsin parse feed.xml | tocsin dedupe"})
final class DedupeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = Help.ARTICLES)
    private String file;

    DedupeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var deduper = new Deduper(new InMemoryArchive());
        var verdicts = new JsonLines(terminal.out());
        try (var articles = ArticleSource.open(file, terminal)) {
            articles.beforeWaiting(verdicts);
            for (var article = articles.next(); article != null; article = articles.next()) {
                verdicts.writeSoon(deduper.tell(article).verdict());
            }
        }
        return 0;
    }
}
