package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** With less in common nothing else is looked at. */
    private static final double WORTH_IT = 3.7;

    /** A dispatch told anew has far more in common. */
    private static final double REWRITTEN = 6;

    private static final double PART = 0.13;

    /** So much says that it is one happening, though the two tell of different deeds. */
    private static final double SURE = 6.5;

    private static final double OTHER_DEED = 7;

    /** The same where neither names a deed: reports of two matches share their whole mould. */
    private static final double NO_DEED = 9.5;

    /** Names that are enough where both tell what was done. */
    private static final double MANY_NAMES = 4.2;

    /** The same of texts so long that the chance of naming them both is small. */
    private static final double TWO_NAMES = 2.4;

    private static final double LONG = 0.24;

    /**
     * Most of what the shorter says at its top: two short tellings have little to share, and say
     * nearly all of it.
     */
    private static final double NEARLY_ALL = 0.6;

    private static final double OF_SHORT = 3.3;

    /** More than that the top of a short telling does not count. */
    private static final double FEW_WORDS = 7.5;

    /** Longer after one another the same few words may well tell of the next such happening. */
    private static final Duration TOGETHER = Duration.ofHours(12);

    /** What else must be shared where that is one name, or none that is seldom in the news. */
    private static final double REST = 2.6;

    private static final double IN_ALL = 5.2;

    private final Archive archive;
    private final Tally tally = new Tally();
    private final Evidence evidence = new Evidence();
    private final Rewriting rewriting = new Rewriting();

    StoryFinder(Archive archive) {
        this.archive = archive;
    }

    private record Match(Kept kept, double score) {}

    private static final Comparator<Match> BEST_FIRST =
            Comparator.comparingDouble((Match match) -> -match.score)
                    .thenComparing(match -> match.kept.seen())
                    .thenComparing(match -> match.kept.id());

    /**
     * The story that is told, empty where none is; or the dispatch that is told sentence by
     * sentence.
     */
    record Found(Optional<Story> story, CopyFinder.Match rewritten) {}

    Found find(Sketch sketch, String source, Instant at) {
        var rarity = new double[sketch.terms.length];
        int[] candidates = candidates(sketch, rarity);
        evidence.begin(sketch.terms, rarity);
        var near = new ArrayList<Kept>(COMPARED);
        var matches = new ArrayList<Match>(COMPARED);
        var rewrites = new ArrayList<CopyFinder.Match>(1);
        for (int candidate : candidates) {
            Kept kept = archive.window().at(candidate);
            if (Duration.between(kept.at(), at).abs().compareTo(APART) <= 0) {
                near.add(kept);
                Evidence.Shared shared = evidence.of(sketch, kept);
                double rewritten = rewrites(sketch, source, kept, at, shared);
                if (rewritten > 0) {
                    rewrites.add(new CopyFinder.Match(kept, rewritten));
                }
                double score = score(sketch, source, kept, at, shared);
                if (score > 0) {
                    matches.add(new Match(kept, score));
                }
            }
        }
        matches.sort(BEST_FIRST);
        return new Found(
                matches.isEmpty() ? Optional.empty() : firstRunning(sketch, matches, near, at),
                CopyFinder.firstOf(rewrites));
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

    /** The story of the first that is of the same day and has not gone quiet. */
    private Optional<Story> firstRunning(
            Sketch sketch, List<Match> matches, List<Kept> near, Instant at) {
        return matches.stream()
                .map(match -> match.kept.story())
                .filter(story -> isOfItsDay(sketch, story, near, at))
                .flatMap(story -> archive.story(story).stream())
                .filter(story -> Duration.between(story.latest(), at).compareTo(QUIET) <= 0)
                .findFirst();
    }

    /** A telling that names no day must not lead from the news of one day to those of another. */
    private static boolean isOfItsDay(Sketch sketch, String story, List<Kept> near, Instant at) {
        return near.stream()
                .filter(kept -> kept.story().equals(story))
                .noneMatch(kept -> Retelling.isOfAnotherDay(sketch, kept, at));
    }

    /** Those that share most; {@code rarity} is filled with what each term counts. */
    private int[] candidates(Sketch sketch, double[] rarity) {
        KeyIndex keys = archive.window().keys();
        int[] holders = keys.findAll(sketch.termKeys(rarity.length));
        var rarestFirst = new long[rarity.length];
        for (int i = 0; i < rarity.length; i++) {
            short code = sketch.terms[i];
            int count = keys.count(holders[i]);
            rarity[i] = Codes.shipped().specific(code, count);
            rarestFirst[i] = count == 0 ? Long.MAX_VALUE : (long) count << 32 | i;
        }
        Arrays.sort(rarestFirst);
        tally.clear();
        for (int i = 0; i < Math.min(ASKED, rarestFirst.length); i++) {
            if (rarestFirst[i] < Long.MAX_VALUE) {
                int term = (int) rarestFirst[i];
                tally.add(keys, holders[term], rarity[term]);
            }
        }
        return tally.best(COMPARED, archive.window());
    }

    private double score(
            Sketch sketch, String source, Kept kept, Instant at, Evidence.Shared shared) {
        if (!tellsOfOne(shared, source.equals(kept.source()))
                        && !tellsItShort(shared, source, kept, at)
                || Retelling.contradicts(sketch, kept, at)
                || source.equals(kept.source()) && Retelling.isNextBulletin(sketch, kept, at)) {
            return 0;
        }
        return shared.sum() * shared.part();
    }

    private static boolean tellsItShort(
            Evidence.Shared shared, String source, Kept kept, Instant at) {
        return shared.deeds() == Deeds.KNOWN
                && shared.part() >= Math.max(NEARLY_ALL, shared.sum() / FEW_WORDS)
                && shared.sum() >= OF_SHORT
                && shared.names() >= 1
                && !source.equals(kept.source())
                && Duration.between(kept.at(), at).abs().compareTo(TOGETHER) <= 0;
    }

    private static boolean tellsOfOne(Evidence.Shared shared, boolean sameSource) {
        if (shared.sum() < WORTH_IT || shared.part() < PART) {
            return false;
        }
        if (!Deeds.mayBeOne(shared.deeds())) {
            // An outlet tells of one actor every day, but not of one deed.
            return !sameSource
                    && shared.sum() >= (shared.deeds() == Deeds.NONE ? NO_DEED : OTHER_DEED);
        }
        return shared.sum() >= SURE
                || shared.names() >= MANY_NAMES
                || shared.names() >= TWO_NAMES && shared.part() < LONG
                || shared.deeds() != Deeds.AKIN && shared.sum() >= IN_ALL && shared.rest() >= REST;
    }
}
