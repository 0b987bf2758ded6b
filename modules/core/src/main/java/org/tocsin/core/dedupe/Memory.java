package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tocsin.core.article.Article;

/** Makes what is kept of an article that has been told. */
final class Memory {

    private Memory() {}

    /** The handle of the telling of that id with that content. */
    static long handle(String id, long content) {
        return Hash.wide(id) * 31 + content;
    }

    /**
     * What is kept of the article. Of a copy or revision only what its {@code of} does not have is
     * indexed: so a fingerprint's holders count independent texts, and wire copy that a hundred
     * outlets print is not taken for furniture.
     */
    static Kept of(Telling telling, Sketch sketch, Instant at, Instant now, Optional<Kept> of) {
        Article article = telling.article();
        Verdict verdict = telling.verdict();
        boolean told = verdict.verdict() == Verdict.Kind.NEW;
        return new Kept(
                handle(article.id(), sketch.content),
                article.id(),
                Origins.sourceOf(article),
                telling.origin(),
                verdict.story(),
                verdict.verdict() == Verdict.Kind.COPY,
                at,
                now,
                sketch.words(),
                sketch.titleKey,
                sketch.headlineOnly,
                sketch.limit(),
                sketch.keptPrints(),
                sketch.title,
                sketch.keptBody(),
                sketch.lead(),
                sketch.facts(),
                keys(sketch, told, of));
    }

    private static int[] keys(Sketch sketch, boolean told, Optional<Kept> of) {
        int[] known = of.map(Kept::keys).orElse(new int[0]);
        int[] knownPrints = of.map(Kept::prints).orElse(new int[0]);
        IntStream prints =
                Arrays.stream(sketch.indexedPrints())
                        .filter(print -> Arrays.binarySearch(knownPrints, print) < 0);
        IntStream title = sketch.titleKey == 0 ? IntStream.empty() : IntStream.of(sketch.titleKey);
        IntStream terms = told ? Arrays.stream(sketch.indexedTerms()) : IntStream.empty();
        return IntStream.concat(IntStream.concat(prints, title), terms)
                .distinct()
                .filter(key -> Arrays.stream(known).noneMatch(other -> other == key))
                .toArray();
    }
}
