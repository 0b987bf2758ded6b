package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.tocsin.core.article.Article;

/** Makes what is kept of an article that has been told. */
final class Memory {

    /** A copy so much longer than what it copies is the dispatch of which that was cut. */
    private static final double LONGER = 1.5;

    private Memory() {}

    /** The handle of the telling of that id with that content. */
    static long handle(String id, long content) {
        return Hash.wide(id) * 31 + content;
    }

    /**
     * What is kept of the article. Of a copy or revision only what its {@code of} does not have is
     * indexed: so a fingerprint's holders count independent texts, and wire copy that a hundred
     * outlets print is not taken for furniture. The words under which other tellings find a story
     * are those of its first article, and of what that turns out to be a part of.
     */
    static Kept of(Telling telling, Sketch sketch, Instant at, Instant now, Optional<Kept> of) {
        Article article = telling.article();
        Verdict verdict = telling.verdict();
        boolean told =
                verdict.verdict() == Verdict.Kind.NEW
                        || of.filter(kept -> LONGER * kept.words() < sketch.words()).isPresent();
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
        int[] prints = sketch.indexedPrints();
        int[] terms = told ? sketch.indexedTerms() : new int[0];
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
