package org.tocsin.core.dedupe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tocsin.core.text.Span;

/**
 * The passages of an article that stand in an earlier one, as far as what is kept of that shows it:
 * the opening word for word, the rest by a sample of its runs of words. What stands between two
 * such runs counts as shared where none of its own runs is missing there.
 */
final class Passages {

    /** Words in a row that must agree in the opening; fewer agree by chance. */
    private static final int RUN = 5;

    /** Shorter passages are phrases, which independent reports share. */
    private static final int SHORTEST = 12;

    /** A sentence is shown whole when nearly all of it is shared. */
    private static final double WHOLE = 0.75;

    /** Between two runs of the sample stand more words, the longer the text it was taken of. */
    private static final double SPREAD = 3;

    private final Sketch sketch;
    private final Kept kept;
    private final boolean[] shared;

    /** No run above it is kept. */
    private final int limit;

    private Passages(Sketch sketch, Kept kept) {
        this.sketch = sketch;
        this.kept = kept;
        this.limit = kept.limit();
        this.shared = new boolean[sketch.words()];
    }

    /**
     * The longest few, in their order, of the article's text. A text too short for a body of its
     * own has none.
     */
    static List<Span> shared(Tokens text, Sketch sketch, Kept kept) {
        if (sketch.headlineOnly || kept.headlineOnly()) {
            return List.of();
        }
        var passages = new Passages(sketch, kept);
        passages.markOpening();
        passages.markRuns();
        passages.fillHoles();
        return passages.spans(text);
    }

    private void markOpening() {
        Alignment alignment = Alignment.of(kept.body(), sketch.body);
        for (int from = 0; from < kept.body().length; ) {
            int length = alignment.runFrom(from);
            if (length >= RUN) {
                int at = alignment.partner(from);
                Arrays.fill(shared, at, at + length, true);
            }
            from += Math.max(1, length);
        }
    }

    private void markRuns() {
        Grams grams = sketch.grams;
        for (int i = 0; i < grams.size(); i++) {
            boolean sampled = Integer.compareUnsigned(grams.at(i), limit) <= 0;
            if (sampled && Arrays.binarySearch(kept.prints(), grams.at(i)) >= 0) {
                Arrays.fill(shared, i, Math.min(shared.length, i + grams.run()), true);
            }
        }
    }

    private void fillHoles() {
        double apart = (double) kept.words() / Math.max(1, kept.prints().length);
        int widest = (int) Math.max(Grams.WINDOW, SPREAD * apart);
        int last = -1;
        for (int i = 0; i < shared.length; i++) {
            if (!shared[i]) {
                continue;
            }
            if (last >= 0 && i - last > 1 && i - last - 1 <= widest && isUncontradicted(last, i)) {
                Arrays.fill(shared, last + 1, i, true);
            }
            last = i;
        }
    }

    /** True where no sampled run that touches the hole is missing in the other text. */
    private boolean isUncontradicted(int last, int next) {
        Grams grams = sketch.grams;
        int from = Math.max(0, last - grams.run() + 2);
        for (int i = from; i < Math.min(next, grams.size()); i++) {
            int gram = grams.at(i);
            if (Integer.compareUnsigned(gram, limit) <= 0
                    && Arrays.binarySearch(sketch.prints, gram) >= 0
                    && Arrays.binarySearch(kept.prints(), gram) < 0) {
                return false;
            }
        }
        return true;
    }

    private List<Span> spans(Tokens words) {
        takeWholeSentences(words);
        var found = new ArrayList<Span>();
        int from = -1;
        for (int i = 0; i <= shared.length; i++) {
            boolean in = i < shared.length && shared[i];
            if (in && from < 0) {
                from = i;
            } else if (!in && from >= 0) {
                if (i - from >= Math.min(SHORTEST, shared.length)) {
                    found.add(new Span(words.start(from), words.end(i - 1)));
                }
                from = -1;
            }
        }
        return longest(found);
    }

    private void takeWholeSentences(Tokens words) {
        var sentences = new SentenceWalk(words, words.text());
        for (Span sentence = sentences.next(); sentence != null; sentence = sentences.next()) {
            int from = Math.min(shared.length, words.firstFrom(sentence.start()));
            int to = Math.min(shared.length, words.firstFrom(sentence.end()));
            int in = 0;
            for (int i = from; i < to; i++) {
                in += shared[i] ? 1 : 0;
            }
            if (in >= WHOLE * (to - from)) {
                Arrays.fill(shared, from, to, true);
            }
        }
    }

    private static List<Span> longest(List<Span> found) {
        return found.stream()
                .sorted(Comparator.comparingInt(span -> span.start() - span.end()))
                .limit(Verdict.SHARED_MOST)
                .sorted(Comparator.comparingInt(Span::start))
                .toList();
    }
}
