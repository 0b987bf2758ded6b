package org.tocsin.app.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tocsin.app.lines.ArticleSource;
import org.tocsin.app.lines.JsonLines;
import org.tocsin.app.lines.Terminal;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Tagger;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.thread.Backtest;
import org.tocsin.core.watch.thread.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Articles in, the alerts that watchlists would have rung out. */
@Command(
        name = "backtest",
        description = "Says which alerts watchlists would have rung over articles.",
        footer = {
            "",
            "Example: tocsin parse feed.xml | tocsin backtest --watchlists rules.yaml --explain"
        })
final class BacktestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private Help help;

    @Option(
            names = "--watchlists",
            required = true,
            paramLabel = "FILE|DIR",
            description = "Watchlists in YAML: a file, or a folder with files *.yaml and *.yml.")
    private String watchlists;

    @Option(
            names = "--explain",
            description =
                    "After the alerts of each article, a line a watchlist says why it rang or did not.")
    private boolean explain;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = Help.ARTICLES)
    private String file;

    BacktestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var lexicon = Lexicon.shipped();
        List<Watchlist> rules = WatchlistFiles.read(watchlists, lexicon, terminal);
        var deduper = new Deduper(new InMemoryArchive());
        var tagger = new Tagger(lexicon);
        var backtest = new Backtest(deduper::tell, tagger::tag, Rules.of(compiled(rules, lexicon)));
        var out = new JsonLines(terminal.out());
        try (var articles = ArticleSource.open(file, terminal)) {
            for (var article = articles.next(); article != null; article = articles.next()) {
                if (explain) {
                    backtest.explain(article, out::write, out::write);
                } else {
                    backtest.read(article, out::write);
                }
            }
        }
        return 0;
    }

    private static List<Rule> compiled(List<Watchlist> watchlists, Lexicon lexicon) {
        var rules = new ArrayList<Rule>();
        for (Watchlist watchlist : watchlists) {
            try {
                rules.add(Rule.compile(watchlist, lexicon));
            } catch (BadWatchlist e) {
                throw new IllegalStateException("read and yet refused: " + watchlist.id(), e);
            }
        }
        return rules;
    }
}
