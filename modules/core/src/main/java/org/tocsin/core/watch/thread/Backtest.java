package org.tocsin.core.watch.thread;

import java.util.function.Consumer;
import java.util.function.Function;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.Alert;

/** What rules would have rung over articles in order: the stages' own code in a row. */
public final class Backtest {

    private final Function<Article, Telling> deduper;
    private final Function<Article, Tags> tagger;
    private final Watcher watcher;

    /**
     * @param deduper gives the telling that an article is among those before it
     * @param tagger gives who and what the article is about
     */
    public Backtest(
            Function<Article, Telling> deduper, Function<Article, Tags> tagger, Rules rules) {
        this.deduper = deduper;
        this.tagger = tagger;
        this.watcher = Watcher.inMemory(rules);
    }

    /** The next article. */
    public void read(Article article, Consumer<? super Alert> alerts) {
        watcher.tell(tagged(article)).forEach(alerts);
    }

    /** The next article, and for every rule why it rang or did not, behind the article's alerts. */
    public void explain(
            Article article,
            Consumer<? super Alert> alerts,
            Consumer<? super Explanation> explanations) {
        Watcher.Explained explained = watcher.explain(tagged(article));
        explained.alerts().forEach(alerts);
        explained.explanations().forEach(explanations);
    }

    private TaggedTelling tagged(Article article) {
        return new TaggedTelling(deduper.apply(article), tagger.apply(article));
    }
}
