package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the article whose body an article reprints, if any. */
final class CopyFinder {

    /** Candidates that are compared in full, those that share most. */
    private static final int COMPARED = 8;

    /** Bytes of a kept article in which its prints end. */
    private static final int PRINTS = 256;

    /** A fingerprint that more articles hold, not counting copies, begins to count less. */
    private static final int COMMON = 3;

    /** A fingerprint that more articles hold leads to no one of them. */
    private static final int FURNITURE = Archive.HOLDERS_KEPT;

    /** Nearly as alike as the best: then the one that came first is what was copied. */
    private static final double NEARLY = 0.12;

    /** Unrelated texts of one language share up to half of their words in order. */
    private static final double WORD_FOR_WORD = 0.75;

    /** Editors cut a long lead into two sentences. */
    private static final double CUT_IN_TWO = 0.85;

    /** With fewer fingerprints in common nothing below is to be found. */
    private static final int LEAST = 2;

    /** What must stand below such a lead, since two may open alike by chance. */
    private static final double MORE_OF_IT = 0.25;

    /** Fingerprints that even a scrap of a dispatch shares. */
    private static final int FEW = 3;

    /** A shorter lead may be a phrase. */
    private static final int LEAD = 14;

    private static final Duration SAME_TITLE = Duration.ofHours(48);

    private static final Comparator<Match> COPIED_FIRST =
            Comparator.comparing((Match match) -> match.of.copy())
                    .thenComparing(match -> match.of.seen())
                    .thenComparing(match -> -match.similarity)
                    .thenComparing(match -> match.of.id());

    private final Window window;
    private final Tally tally = new Tally();
    private final RunFilter runs = new RunFilter();

    CopyFinder(Archive archive) {
        this.window = archive.window();
    }

    /** An article that is reprinted, and how much of the shorter of the two is in the other. */
    record Match(Kept of, double similarity) {}

    /** The article that is reprinted, null where there is none. */
    Match find(Sketch sketch, String source, Instant at) {
        var weights = new double[sketch.prints.length];
        var matches = new ArrayList<Match>(COMPARED);
        int[] candidates = candidates(sketch, weights);
        if (candidates.length > 0) {
            window.touch(candidates, PRINTS);
            runs.fill(sketch.grams);
        }
        for (int candidate : candidates) {
            Kept kept = window.at(candidate);
            double similarity =
                    near(kept.atMillis(), at, Archive.ARTICLES_KEPT)
                            ? compare(sketch, source, at, kept, weights)
                            : 0;
            if (similarity > 0) {
                matches.add(new Match(kept, similarity));
            }
        }
        return firstOf(matches);
    }

    /** The one that was copied, of those that are alike enough. */
    static Match firstOf(List<Match> matches) {
        double best = 0;
        for (Match match : matches) {
            best = Math.max(best, match.similarity);
        }
        Match first = null;
        for (Match match : matches) {
            if (match.similarity >= best - NEARLY
                    && (first == null || COPIED_FIRST.compare(match, first) < 0)) {
                first = match;
            }
        }
        return first;
    }

    /** Those that share most; {@code weights} is filled with what each fingerprint counts. */
    private int[] candidates(Sketch sketch, double[] weights) {
        KeyIndex keys = window.keys();
        int[] holders = keys.findAll(sketch.prints);
        tally.clear();
        for (int i = 0; i < weights.length; i++) {
            int count = keys.count(holders[i]);
            double weight = count <= COMMON ? 1 : (double) COMMON / count;
            weights[i] = weight * sketch.weight(sketch.prints[i]);
            if (count <= FURNITURE) {
                tally.add(keys, holders[i], weight);
            }
        }
        if (sketch.titleKey != 0) {
            tally.add(keys, keys.find(sketch.titleKey), 2);
        }
        return tally.best(COMPARED, window);
    }

    /** How much of the shorter is in the other where one reprints the other, else 0. */
    private double compare(Sketch sketch, String source, Instant at, Kept kept, double[] weights) {
        if (runs.most(kept.prints()) < LEAST) {
            return isSameHeadline(sketch, at, kept) ? 1 : 0;
        }
        Overlap overlap = Overlap.of(sketch, kept, weights);
        boolean sameSource = source.equals(kept.source());
        double similarity =
                overlap.isCopy(sameSource)
                        ? overlap.similarity()
                        : wordForWord(sketch, kept, overlap);
        if (similarity == 0
                && !sameSource
                && overlap.shared() >= FEW
                && opensAlike(sketch, kept, overlap)) {
            similarity = overlap.similarity();
        }
        if (similarity > 0) {
            boolean sameNews =
                    SameNews.in(sketch, kept, sameSource)
                            || overlap.isWhole() && SameNews.namesTheSame(sketch, kept);
            return !sameNews
                            || Template.differs(
                                    sketch, kept, SameNews.contains(sketch, kept, overlap))
                    ? 0
                    : similarity;
        }
        return isSameHeadline(sketch, at, kept) ? 1 : 0;
    }

    /**
     * The lead word for word: the same dispatch, however little of it is left among other texts.
     */
    private static boolean opensAlike(Sketch sketch, Kept kept, Overlap overlap) {
        if (Math.min(sketch.lead().length, kept.lead().length) < LEAD
                || !SameNews.takesUp(kept.title(), kept.lead())
                        && !SameNews.takesUp(sketch.title, sketch.lead())) {
            return false;
        }
        Alignment leads = Alignment.of(kept.lead(), sketch.lead());
        boolean cutInTwo = leads.share() >= CUT_IN_TWO && overlap.similarity() >= MORE_OF_IT;
        return (leads.likeness() >= WORD_FOR_WORD || cutInTwo)
                && leads.exchangedNumbers() + leads.exchangedNames() == 0;
    }

    /**
     * Of a text no longer than what is kept of one, too few runs are sampled to go by; its words in
     * order decide.
     */
    private static double wordForWord(Sketch sketch, Kept kept, Overlap overlap) {
        if (Math.min(sketch.words(), kept.words()) > Sketch.BODY || overlap.shared() < LEAST) {
            return 0;
        }
        double share = Alignment.of(kept.body(), sketch.keptBody()).share();
        return share >= WORD_FOR_WORD ? Math.round(share * 100) / 100.0 : 0;
    }

    /** Without a text on one side, a telling title is all there is to compare. */
    private static boolean isSameHeadline(Sketch sketch, Instant at, Kept kept) {
        return sketch.titleKey != 0
                && sketch.titleKey == kept.titleKey()
                && (sketch.headlineOnly || kept.headlineOnly())
                && near(kept.atMillis(), at, SAME_TITLE);
    }

    private static boolean near(long millis, Instant at, Duration most) {
        return Duration.between(Instant.ofEpochMilli(millis), at).abs().compareTo(most) <= 0;
    }
}
