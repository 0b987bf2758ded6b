package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
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
     * outlets print is not taken for furniture. So it is with the words under which other tellings
     * find a story: a reprint under another title adds what only that title says.
     */
    static Kept of(Telling telling, Sketch sketch, Instant at, Instant now, Optional<Kept> of) {
        Article article = telling.article();
        Verdict verdict = telling.verdict();
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
                keys(sketch, of));
    }

    private static int[] keys(Sketch sketch, Optional<Kept> of) {
        int[] prints = sketch.indexedPrints();
        int[] terms = of.isEmpty() ? sketch.indexedTerms() : sketch.titleTerms();
        IntSet known = of.map(kept -> IntSet.of(kept.keys())).orElseGet(IntSet::new);
        int[] knownPrints = of.map(Kept::prints).orElse(new int[0]);
        var keys = new int[prints.length + 1 + terms.length];
        int count = 0;
        for (int print : prints) {
            if (Arrays.binarySearch(knownPrints, print) < 0 && known.add(print)) {
                keys[count++] = print;
            }
        }
        if (sketch.titleKey != 0 && known.add(sketch.titleKey)) {
            keys[count++] = sketch.titleKey;
        }
        for (int term : terms) {
            if (known.add(term)) {
                keys[count++] = term;
            }
        }
        return Arrays.copyOf(keys, count);
    }
}
