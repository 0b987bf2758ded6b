package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.LEND;
import static org.tocsin.gateway.access.Permission.OPERATE;
import static org.tocsin.gateway.access.Permission.READ;

import java.util.List;
import org.tocsin.gateway.access.Permission;

/**
 * One page of the dashboard. Its part of the page is the file {@code page}; it is left out of the
 * dashboard, and of its navigation, while there is none.
 *
 * @param key opens it from any desk, after g
 * @param needs who may not do that is not led there, since it would show them nothing; what it
 *     shows is refused by the routes that give it
 * @param files what it brings beside what all desks share
 */
record Desk(
        String path, String word, String key, String page, Permission needs, List<String> files) {

    /** In the order of the navigation. */
    static final List<Desk> ALL =
            List.of(
                    of("/", "a", "Alerts", "index.html")
                            .with(
                                    "main.js",
                                    "articles.js",
                                    "board.js",
                                    "detail.js",
                                    "feeds.js",
                                    "filters.js",
                                    "judge.js",
                                    "mutes.js",
                                    "row.js",
                                    "side.js",
                                    "stories.js",
                                    "volume.js",
                                    "words.js"),
                    of("/watchlists", "w", "Watchlists", "watchlists.html")
                            .with(
                                    "watchlists.js",
                                    "roster.js",
                                    "bars.js",
                                    "exchange.js",
                                    "why.js",
                                    "ask.js",
                                    "editor.js",
                                    "ruletext.js",
                                    "chips.js",
                                    "clauseform.js",
                                    "preview.js",
                                    "difference.js",
                                    "marks.js",
                                    "passage.js",
                                    "versions.js",
                                    "ledger.js",
                                    "whynot.js"),
                    of("/feeds", "f", "Feeds", "feeds.html")
                            .with("coverage.js", "feed-add.js", "feed-detail.js", "overtaken.js"),
                    of("/lexicon", "l", "Lexicon", "lexicon.html")
                            .with("lexicon.js", "addition.js", "parts.js"),
                    of("/pipeline", "p", "Pipeline", "pipeline.html")
                            .forWho(OPERATE)
                            .with("pipeline.js", "letters.js", "sure.js"),
                    of("/delivery", "d", "Delivery", "delivery.html")
                            .with("delivery.js", "secret.js", "subscriber.js"),
                    of("/access", "t", "Access", "access.html")
                            .forWho(LEND)
                            .with("access.js", "audit.js"));

    private static Desk of(String path, String key, String word, String page) {
        return new Desk(path, word, key, page, READ, List.of());
    }

    private Desk forWho(Permission may) {
        return new Desk(path, word, key, page, may, files);
    }

    private Desk with(String... brought) {
        return new Desk(path, word, key, page, needs, List.of(brought));
    }
}
