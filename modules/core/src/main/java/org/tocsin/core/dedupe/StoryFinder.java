package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private static final int COMPARED = 10;
    private static final double ALIKE = 0.48;
    private static final double SHARED_WEIGHT = 4.5;

    private final Archive archive;

    StoryFinder(Archive archive) {
        this.archive = archive;
    }

    private record Match(Kept kept, double score) {}

    Optional<Story> find(Sketch sketch, Instant at) {
        Map<Short, Double> rarity = new HashMap<>();
        return candidates(sketch, rarity).stream()
                .flatMap(handle -> archive.article(handle).stream())
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

    private List<Long> candidates(Sketch sketch, Map<Short, Double> rarity) {
        var scores = new HashMap<Long, Double>();
        sketch.terms.forEach(
                (code, term) -> {
                    Holders holders = archive.holders(term);
                    double weight =
                            weight(code) / (1 + Math.log(Math.max(1, holders.count() / 2.0)));
                    rarity.put(code, weight);
                    for (long handle : holders.latest()) {
                        scores.merge(handle, weight, Double::sum);
                    }
                });
        return scores.entrySet().stream()
                .sorted(
                        Map.Entry.<Long, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMPARED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double weight(short code) {
        return switch (Codes.kind(code)) {
            case Codes.NAME -> 1.3;
            case Codes.NUMBER -> 0.6;
            default -> 1;
        };
    }

    private static double score(Sketch sketch, Kept kept, Instant at, Map<Short, Double> rarity) {
        Map<Integer, Short> theirs = substance(kept, Sketch.BODY);
        int lead = substance(kept, Sketch.LEAD).size();
        double ours = 0;
        double shared = 0;
        int names = 0;
        int words = 0;
        var seen = new HashSet<Integer>();
        for (short code : sketch.terms.keySet()) {
            if (!seen.add(Codes.word(code))) {
                continue;
            }
            double weight = rarity.get(code);
            ours += weight;
            Short other = theirs.get(Codes.word(code));
            if (other != null) {
                shared += weight;
                names += Math.max(Codes.kind(code), Codes.kind(other)) == Codes.NAME ? 1 : 0;
                words += Codes.kind(code) == Codes.CONTENT ? 1 : 0;
            }
        }
        double mean = seen.isEmpty() ? 1 : ours / seen.size();
        double all = shared + Math.max(0, mean * lead - shared);
        boolean enough = shared >= SHARED_WEIGHT * mean && names + words >= 4 && words >= 2;
        return enough && !contradicts(sketch, kept, at) ? shared / Math.min(ours, all) : 0;
    }

    private static Map<Integer, Short> substance(Kept kept, int opening) {
        var words = new HashMap<Integer, Short>();
        for (short code : kept.title()) {
            addSubstance(words, code);
        }
        for (int i = 0; i < Math.min(opening, kept.body().length); i++) {
            addSubstance(words, kept.body()[i]);
        }
        return words;
    }

    private static void addSubstance(Map<Integer, Short> words, short code) {
        if (Codes.kind(code) != Codes.PLAIN) {
            words.merge(Codes.word(code), code, (a, b) -> Codes.kind(b) == Codes.NAME ? b : a);
        }
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
