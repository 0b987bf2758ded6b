package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the running story that a new article tells in other words, if any.
 *
 * <p>Compared are titles and leads: names, numbers and words of substance, the rarer the weightier.
 * It errs towards two stories: an analyst can read two as one, not one as two.
 */
final class StoryFinder {

    /** A story that was not told for so long has gone quiet; then alerts about it expire too. */
    static final Duration QUIET = Duration.ofHours(72);

    /** A follow-up is told against the news of the last two days. */
    private static final Duration APART = Duration.ofHours(48);

    private static final int COMPARED = 8;

    /** The rarest terms that lead to candidates; what every article says leads nowhere. */
    private static final int ASKED = 20;

    /** Bytes of a kept article in which its opening ends. */
    private static final int OPENING = 576;

    /** A dispatch told anew has far more in common. */
    private static final double REWRITTEN = 6;

    private final Archive archive;
    private final Tally tally = new Tally();
    private final Evidence evidence = new Evidence();
    private final Tops tops = new Tops();
    private final Rewriting rewriting = new Rewriting();

    StoryFinder(Archive archive) {
        this.archive = archive;
    }

    private record Near(Kept kept, Evidence.Shared shared) {}

    private record Match(Kept kept, double odds) {}

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble((Match match) -> -match.odds)
                    .thenComparing(match -> match.kept.seen())
                    .thenComparing(match -> match.kept.id());

    /**
     * The story that is told, empty where none is; or the dispatch that is told sentence by
     * sentence.
     */
    record Found(Optional<Story> story, CopyFinder.Match rewritten) {}

    Found find(Sketch sketch, String source, Instant at) {
        List<Near> near = near(sketch, at);
        var matches = new ArrayList<Match>(COMPARED);
        var rewrites = new ArrayList<CopyFinder.Match>(1);
        for (Near one : near) {
            double rewritten = rewrites(sketch, source, one.kept, at, one.shared);
            if (rewritten > 0) {
                rewrites.add(new CopyFinder.Match(one.kept, rewritten));
            }
            double odds = odds(sketch, source, one, at);
            if (odds >= OneHappening.SURE) {
                matches.add(new Match(one.kept, odds));
            }
        }
        matches.sort(BEST_FIRST);
        return new Found(
                matches.isEmpty() ? Optional.empty() : firstRunning(sketch, matches, near, at),
                CopyFinder.firstOf(rewrites));
    }

    /** Those that share most, told within two days of it. */
    private List<Near> near(Sketch sketch, Instant at) {
        var rarity = new double[sketch.terms.length];
        int[] candidates = candidates(sketch, rarity);
        evidence.begin(sketch.terms, rarity);
        tops.begin(sketch);
        var near = new ArrayList<Near>(COMPARED);
        archive.window().touch(candidates, OPENING);
        for (int candidate : candidates) {
            Kept kept = archive.window().at(candidate);
            if (apart(kept, at).compareTo(APART) <= 0) {
                near.add(new Near(kept, evidence.of(sketch, kept)));
            }
        }
        return near;
    }

    /** What is asked of it and each that may tell of the same. */
    List<Comparison> compare(Sketch sketch, String source, Instant at) {
        return near(sketch, at).stream()
                .filter(one -> one.shared.sum() >= OneHappening.WORTH_IT)
                .filter(one -> !contradicts(sketch, source, one.kept, at))
                .map(one -> new Comparison(one.kept.id(), answers(source, one, at)))
                .toList();
    }

    /** An outlet does not rewrite itself, but it tells each day's figures in the same words. */
    private double rewrites(
            Sketch sketch, String source, Kept kept, Instant at, Evidence.Shared shared) {
        // What is rewritten opens alike first of all; of most candidates nothing more is read.
        if (shared.sum() < REWRITTEN || source.equals(kept.source())) {
            return 0;
        }
        double likeness = rewriting.of(sketch, kept);
        boolean same =
                likeness > 0
                        && Days.mayAgree(sketch, kept, Math.max(0, kept.leadFrom()))
                        && !Template.differs(sketch, kept, true)
                        && !Retelling.exchanges(sketch, kept, at);
        return same ? likeness : 0;
    }

    /** The story of the first that has not gone quiet, and of which nothing contradicts. */
    private Optional<Story> firstRunning(
            Sketch sketch, List<Match> matches, List<Near> near, Instant at) {
        return matches.stream()
                .map(match -> match.kept.story())
                .filter(story -> agrees(sketch, story, near, at))
                .flatMap(story -> archive.story(story).stream())
                .filter(story -> Duration.between(story.latest(), at).compareTo(QUIET) <= 0)
                .findFirst();
    }

    /**
     * A telling that names no day, or nobody, must not lead from one happening to the next: all of
     * the story that are compared must pass.
     */
    private static boolean agrees(Sketch sketch, String story, List<Near> near, Instant at) {
        return near.stream()
                .map(Near::kept)
                .filter(kept -> kept.story().equals(story))
                .noneMatch(kept -> Retelling.contradicts(sketch, kept, at));
    }

    /** Those that share most; {@code rarity} is filled with what each term counts. */
    private int[] candidates(Sketch sketch, double[] rarity) {
        KeyIndex keys = archive.window().keys();
        int[] holders = keys.findAll(sketch.termKeys(rarity.length));
        var held = new long[rarity.length];
        int known = 0;
        for (int i = 0; i < rarity.length; i++) {
            int count = keys.count(holders[i]);
            rarity[i] = Codes.shipped().specific(sketch.terms[i], count);
            held[known] = (long) count << 32 | i;
            known += count > 0 ? 1 : 0;
        }
        if (known > ASKED) {
            // Where all are asked their order says nothing.
            takeRarest(held, known);
        }
        tally.clear();
        for (int i = 0; i < Math.min(ASKED, known); i++) {
            int term = (int) held[i];
            tally.add(keys, holders[term], rarity[term]);
        }
        return tally.best(COMPARED, archive.window());
    }

    /** Puts the least of so many numbers, as many as are asked for, in order before the others. */
    private static void takeRarest(long[] held, int known) {
        for (int i = 1; i < known; i++) {
            long next = held[i];
            int at = Math.min(i, ASKED);
            while (at > 0 && held[at - 1] > next) {
                held[at] = held[at - 1];
                at--;
            }
            held[at] = next;
        }
    }

    /** That the two tell of one happening; negative infinity where they do not. */
    private double odds(Sketch sketch, String source, Near one, Instant at) {
        if (one.shared.sum() < OneHappening.WORTH_IT) {
            return Double.NEGATIVE_INFINITY;
        }
        double odds = OneHappening.odds(answers(source, one, at));
        boolean shortly =
                OneHappening.isToldShortly(
                        one.shared, isElsewhere(source, one.kept), apart(one.kept, at));
        odds = shortly ? Math.max(odds, OneHappening.SURE) : odds;
        boolean another = odds < OneHappening.SURE || contradicts(sketch, source, one.kept, at);
        return another ? Double.NEGATIVE_INFINITY : odds;
    }

    private double[] answers(String source, Near one, Instant at) {
        return OneHappening.answers(
                one.shared, tops.of(one.kept), isElsewhere(source, one.kept), apart(one.kept, at));
    }

    private static boolean contradicts(Sketch sketch, String source, Kept kept, Instant at) {
        return Retelling.contradicts(sketch, kept, at)
                || !isElsewhere(source, kept) && Retelling.isNextBulletin(sketch, kept, at);
    }

    private static boolean isElsewhere(String source, Kept kept) {
        return !source.equals(kept.source());
    }

    private static Duration apart(Kept kept, Instant at) {
        return Duration.between(kept.at(), at).abs();
    }
}
