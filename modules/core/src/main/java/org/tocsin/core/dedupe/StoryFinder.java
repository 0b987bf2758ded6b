package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

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

    /** A changed toll is an update while the news is fresh; the next day's count is another. */
    private static final Duration UPDATED = Duration.ofHours(12);

    private static final int COMPARED = 8;

    /** The rarest terms that lead to candidates; what every article says leads nowhere. */
    private static final int ASKED = 20;

    private static final double ALIKE = 0.48;
    private static final double SHARED_WEIGHT = 4.5;

    private final Archive archive;
    private final Tally tally = new Tally();
    private final Vocabulary ours = new Vocabulary();
    private final Vocabulary theirs = new Vocabulary();

    StoryFinder(Archive archive) {
        this.archive = archive;
    }

    private record Match(Kept kept, double score) {}

    Optional<Story> find(Sketch sketch, Instant at) {
        var rarity = new double[sketch.terms.length];
        return Arrays.stream(candidates(sketch, rarity))
                .mapToObj(archive::article)
                .flatMap(Optional::stream)
                .filter(kept -> Duration.between(kept.at(), at).abs().compareTo(APART) <= 0)
                .map(kept -> new Match(kept, score(sketch, kept, at, rarity)))
                .filter(match -> match.score >= ALIKE)
                .sorted(
                        Comparator.comparingDouble((Match match) -> -match.score)
                                .thenComparing(match -> match.kept.seen())
                                .thenComparing(match -> match.kept.id()))
                .flatMap(match -> archive.story(match.kept.story()).stream())
                .filter(story -> Duration.between(story.latest(), at).compareTo(QUIET) <= 0)
                .findFirst();
    }

    /** Those that share most; {@code rarity} is filled with what each term counts. */
    private long[] candidates(Sketch sketch, double[] rarity) {
        var holders = new Holders[rarity.length];
        var rarestFirst = new long[rarity.length];
        for (int i = 0; i < rarity.length; i++) {
            short code = sketch.terms[i];
            holders[i] = archive.holders(Sketch.termKey(code));
            int count = holders[i].count();
            rarity[i] = weight(code) / (1 + Math.log(Math.max(1, count / 2.0)));
            rarestFirst[i] = count == 0 ? Long.MAX_VALUE : (long) count << 32 | i;
        }
        Arrays.sort(rarestFirst);
        tally.clear();
        for (int i = 0; i < Math.min(ASKED, rarestFirst.length); i++) {
            if (rarestFirst[i] < Long.MAX_VALUE) {
                int term = (int) rarestFirst[i];
                tally.add(holders[term], rarity[term]);
            }
        }
        return tally.best(COMPARED);
    }

    private static double weight(short code) {
        return switch (Codes.kind(code)) {
            case Codes.NAME -> 1.3;
            case Codes.NUMBER -> 0.6;
            default -> 1;
        };
    }

    private double score(Sketch sketch, Kept kept, Instant at, double[] rarity) {
        theirs.clear();
        theirs.addAll(kept.title(), kept.title().length);
        theirs.addAll(kept.body(), Math.min(Sketch.LEAD, kept.body().length));
        int lead = theirs.size();
        theirs.addAll(kept.body(), kept.body().length);
        ours.clear();
        double all = 0;
        double shared = 0;
        int names = 0;
        int words = 0;
        for (int i = 0; i < rarity.length; i++) {
            short code = sketch.terms[i];
            if (!ours.add(code)) {
                continue;
            }
            all += rarity[i];
            if (theirs.contains(code)) {
                shared += rarity[i];
                boolean name = Codes.kind(code) == Codes.NAME || theirs.isName(code);
                names += name ? 1 : 0;
                words += Codes.kind(code) == Codes.CONTENT ? 1 : 0;
            }
        }
        double mean = ours.size() == 0 ? 1 : all / ours.size();
        double other = shared + Math.max(0, mean * lead - shared);
        boolean enough = shared >= SHARED_WEIGHT * mean && names + words >= 4 && words >= 2;
        double score = enough ? shared / Math.min(all, other) : 0;
        return score >= ALIKE && contradicts(sketch, kept, at) ? 0 : score;
    }

    private static boolean contradicts(Sketch sketch, Kept kept, Instant at) {
        Set<Integer> here = Codes.shipped().weekdays(sketch.title, sketch.body, Sketch.LEAD);
        Set<Integer> there = Codes.shipped().weekdays(kept.title(), kept.body(), Sketch.LEAD);
        if (!here.isEmpty() && !there.isEmpty() && here.stream().noneMatch(there::contains)) {
            return true;
        }
        Alignment titles = Alignment.of(kept.title(), sketch.title);
        Alignment bodies = Alignment.of(kept.body(), sketch.keptBody());
        int names = titles.exchangedNames() + bodies.exchangedNames();
        int numbers = titles.exchangedNumbers() + bodies.exchangedNumbers();
        boolean fresh = Duration.between(kept.at(), at).abs().compareTo(UPDATED) <= 0;
        return numbers > 0 && (names > 0 || !fresh) || names > 1;
    }
}
