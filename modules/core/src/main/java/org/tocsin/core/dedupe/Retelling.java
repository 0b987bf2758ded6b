package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether two articles that have much in common contradict each other: then they tell of two
 * happenings, the next strike or the next day's count.
 */
final class Retelling {

    /** A changed toll is an update while the news is fresh; the next day's count is another. */
    private static final Duration UPDATED = Duration.ofHours(12);

    private static final double OF_ONE_MOULD = 0.5;
    private static final double SAME_OPENING = 0.7;

    private Retelling() {}

    /** Whether the two name other days as those of their news, and it is no sequel. */
    static boolean isOfAnotherDay(Sketch sketch, Kept kept, Instant at) {
        int lead = Math.max(0, kept.leadFrom());
        return Days.differ(sketch, kept, lead, isFresh(kept, at))
                && !(at.isAfter(kept.at())
                        && Days.goesOn(sketch, kept, lead)
                        && !Deeds.titleOne(sketch.title, kept.title())
                        && !countsAnew(sketch.title, kept));
    }

    /** The title has a number that the other article does not know. */
    private static boolean countsAnew(short[] title, Kept kept) {
        for (short code : title) {
            if (Codes.kind(code) == Codes.NUMBER
                    && !Terms.contains(kept.title(), kept.title().length, code)
                    && !Terms.contains(kept.body(), kept.body().length, code)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Other days, quakes of other strength, two names exchanged, or a number and a name; a number
     * alone while it is old.
     */
    static boolean contradicts(Sketch sketch, Kept kept, Instant at) {
        return isOfAnotherDay(sketch, kept, at)
                || Magnitude.differs(sketch, kept)
                || exchanges(sketch, kept, at);
    }

    /** Two names exchanged, or a number and a name; a number alone while it is old. */
    static boolean exchanges(Sketch sketch, Kept kept, Instant at) {
        return new Exchanges()
                .in(Alignment.of(kept.title(), sketch.title))
                .in(Alignment.of(kept.lead(), sketch.lead()))
                .in(Alignment.of(kept.body(), sketch.keptBody()))
                .contradict(isFresh(kept, at));
    }

    /** What was exchanged between texts that were laid side by side. */
    private static final class Exchanges {
        private int names;
        private int numbers;
        private int agreed;

        /** Texts in other words are laid side by side at random: there nothing is exchanged. */
        Exchanges in(Alignment texts) {
            if (texts.share() >= OF_ONE_MOULD) {
                names += texts.exchangedNames();
                numbers += texts.exchangedNumbers();
                agreed += texts.sameNames() + texts.sameNumbers();
            }
            return this;
        }

        boolean contradict(boolean fresh) {
            // One spelling and one time of day may differ between two prints of a long dispatch.
            boolean many = (names + numbers) * 5 >= agreed;
            return numbers > 0 && !fresh || many && (names > 1 || names > 0 && numbers > 0);
        }
    }

    /**
     * An outlet that opens alike half a day later tells the next day's count, not this one again.
     */
    static boolean isNextBulletin(Sketch sketch, Kept kept, Instant at) {
        return !isFresh(kept, at)
                && Alignment.of(kept.lead(), sketch.lead()).share() >= SAME_OPENING;
    }

    private static boolean isFresh(Kept kept, Instant at) {
        return Duration.between(kept.at(), at).abs().compareTo(UPDATED) <= 0;
    }
}
