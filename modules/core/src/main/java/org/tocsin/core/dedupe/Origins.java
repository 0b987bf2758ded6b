package org.tocsin.core.dedupe;

import java.util.Locale;
import org.tocsin.core.article.Article;
import org.tocsin.core.json.ArticleJson;

/** Who really wrote an article that is no copy: the credited agency, else the source's owner. */
final class Origins {

    private final Owners owners;

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
        return source.isEmpty() ? article.id() : owners.of(source);
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
