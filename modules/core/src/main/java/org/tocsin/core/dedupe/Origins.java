package org.tocsin.core.dedupe;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.article.Article;
import org.tocsin.core.json.ArticleJson;

/** Who really wrote an article that is no copy: the credited agency, else the source's owner. */
final class Origins {

    /** Sources are few; their owners are looked up once, as long as they fit here. */
    private static final int KNOWN = 20_000;

    private final Owners owners;
    private final Map<String, String> known = new HashMap<>();

    Origins(Owners owners) {
        this.owners = owners;
    }

    String of(Article article) {
        return of(article, Sketch.of(article));
    }

    String of(Article article, Sketch sketch) {
        return sketch.credited != null ? sketch.credited : ownerOf(article);
    }

    private String ownerOf(Article article) {
        String source = sourceOf(article);
        // Nobody is named: then each article stands for itself.
        if (source.isEmpty()) {
            return article.id();
        }
        if (known.size() >= KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(source, owners::of);
    }

    /** The source in lower case, else the host of the URL or of the feed, else empty. */
    static String sourceOf(Article article) {
        if (article.source() != null && !article.source().isBlank()) {
            return article.source().strip().toLowerCase(Locale.ROOT);
        }
        String host = ArticleJson.hostOf(article.url());
        if (host == null) {
            host = ArticleJson.hostOf(article.feed());
        }
        return host == null ? "" : host;
    }
}
