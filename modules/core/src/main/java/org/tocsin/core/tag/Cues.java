package org.tocsin.core.tag;

import java.util.List;

/** The cues of a sentence, asked for by where they stand. */
record Cues(List<PhraseIndex.Hit<Cue>> all) {

    /** The longest cue of that side that ends before {@code end}; null where there is none. */
    PhraseIndex.Hit<Cue> endingAt(int end, Cue.Side side) {
        PhraseIndex.Hit<Cue> best = null;
        for (var cue : all) {
            if (cue.to() == end
                    && cue.meaning().side() == side
                    && (best == null || cue.from() < best.from())) {
                best = cue;
            }
        }
        return best;
    }

    /** The longest cue of that side that starts there; null where there is none. */
    PhraseIndex.Hit<Cue> startingAt(int start, Cue.Side side) {
        PhraseIndex.Hit<Cue> best = null;
        for (var cue : all) {
            if (cue.from() == start
                    && cue.meaning().side() == side
                    && (best == null || cue.to() > best.to())) {
                best = cue;
            }
        }
        return best;
    }
}
