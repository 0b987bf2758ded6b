package org.tocsin.core.dedupe;

/**
 * Titles and leads of two articles side by side: what the one names or counts there, and whether
 * the other knows it. Two reports of one happening may begin with different things, but each knows
 * who is in the other's headline.
 */
final class Tops {

    /** A date weighs less: any two articles of a week may share it. */
    private static final double COUNTED = 0.2;

    private final Vocabulary ours = new Vocabulary();
    private final Vocabulary ourNumbers = new Vocabulary();
    private final Vocabulary theirs = new Vocabulary();
    private final Vocabulary theirNumbers = new Vocabulary();
    private final Vocabulary seen = new Vocabulary();

    private Sketch sketch;

    /**
     * @param strange what the names in a title count of which the other article knows none, of that
     *     of the two titles where it is less: 0 unless each names somebody or some place of its own
     * @param bothCount each has a number in title or lead
     * @param numbers how many of these the other has, of both
     * @param otherDeeds both titles say what was done, and not the same
     */
    record Sides(double strange, boolean bothCount, int numbers, boolean otherDeeds) {}

    /** To be called before {@link #of}. */
    void begin(Sketch read) {
        sketch = read;
        ours.clear();
        ourNumbers.clear();
        add(ours, ourNumbers, read.title);
        add(ours, ourNumbers, read.body);
    }

    /** Of the article that was begun with and a kept one. */
    Sides of(Kept kept) {
        theirs.clear();
        theirNumbers.clear();
        add(theirs, theirNumbers, kept.title());
        add(theirs, theirNumbers, kept.body());
        for (short fact : kept.facts()) {
            theirs.add(fact);
        }
        int[] here = numbers(sketch.title, sketch.lead(), theirNumbers);
        int[] there = numbers(kept.title(), kept.lead(), ourNumbers);
        return new Sides(
                Math.min(strange(sketch.title, theirs), strange(kept.title(), ours)),
                here[0] > 0 && there[0] > 0,
                here[1] + there[1],
                Deeds.titleOthers(sketch.title, kept.title()));
    }

    private static void add(Vocabulary words, Vocabulary numbers, short[] codes) {
        for (short code : codes) {
            words.add(code);
            if (Codes.kind(code) == Codes.NUMBER) {
                numbers.add(code);
            }
        }
    }

    /** What those names count of which none is known; names side by side are one. */
    private double strange(short[] title, Vocabulary known) {
        double strange = 0;
        double run = 0;
        boolean met = false;
        for (short code : title) {
            if (Codes.kind(code) == Codes.NAME && Codes.shipped().specific(code) >= 1) {
                met |= known.contains(code);
                run = Math.max(run, Codes.shipped().specific(code));
            } else {
                strange += met ? 0 : run;
                run = 0;
                met = false;
            }
        }
        return strange + (met ? 0 : run);
    }

    /** How many numbers stand there, each once, and how many of them are known. */
    private int[] numbers(short[] title, short[] lead, Vocabulary known) {
        seen.clear();
        var counts = new int[2];
        count(title, known, counts);
        count(lead, known, counts);
        return counts;
    }

    private void count(short[] codes, Vocabulary known, int[] counts) {
        for (short code : codes) {
            if (Codes.kind(code) == Codes.NUMBER
                    && Codes.shipped().specific(code) >= COUNTED
                    && seen.add(code) == 1) {
                counts[0]++;
                counts[1] += known.contains(code) ? 1 : 0;
            }
        }
    }
}
