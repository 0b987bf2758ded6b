package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.tocsin.core.article.Article;

/** Makes what is kept of an article that has been told. */
final class Memory {

    private static final IntSet NONE = new IntSet(0);
    private static final int[] NO_PRINTS = {};

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
        IntSet known = of.map(kept -> IntSet.of(kept.keys())).orElse(NONE);
        int[] knownPrints = of.map(Kept::prints).orElse(NO_PRINTS);
        var keys = new int[prints.length + 1 + terms.length];
        int count = 0;
        for (int print : prints) {
            if (Arrays.binarySearch(knownPrints, print) < 0 && !known.contains(print)) {
                keys[count++] = print;
            }
        }
        int title = sketch.titleKey;
        if (title != 0 && !known.contains(title) && !holds(keys, count, title)) {
            keys[count++] = title;
        }
        for (int term : terms) {
            if (!known.contains(term) && !holds(keys, count, term)) {
                keys[count++] = term;
            }
        }
        return Arrays.copyOf(keys, count);
    }

    private static boolean holds(int[] keys, int count, int key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return true;
            }
        }
        return false;
    }
}
