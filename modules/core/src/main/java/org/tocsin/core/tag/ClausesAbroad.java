package org.tocsin.core.tag;

import java.util.List;

/** Parts a sentence into clauses by punctuation and by the words that open one. */
final class ClausesAbroad {

    private final int first;
    private final int[] clause;
    private final boolean[] supposes;
    private final boolean[] isHeld;
    private boolean anySupposes;

    ClausesAbroad(Reading reading, int first, int end, List<PhraseIndex.Hit<CueAbroad>> cues) {
        this.first = first;
        clause = new int[end - first];
        supposes = new boolean[end - first + 1];
        isHeld = new boolean[end - first + 1];
        var opening = new CueAbroad.Where[end - first];
        for (var cue : cues) {
            opening[cue.from() - first] = cue.meaning().where();
        }
        int id = 0;
        for (int i = first; i < end; i++) {
            CueAbroad.Where where = opening[i - first];
            boolean opens =
                    where == CueAbroad.Where.IF
                            || where == CueAbroad.Where.THAT
                            || where == CueAbroad.Where.OPENS;
            boolean parted = i > first && isParted(reading, i - 1);
            if (parted || opens && i > first && clauseHasWords(i, id)) {
                id++;
            }
            clause[i - first] = id;
            supposes[id] |= where == CueAbroad.Where.IF;
            anySupposes |= supposes[id];
            isHeld[id] |= where == CueAbroad.Where.THAT;
        }
    }

    private static boolean isParted(Reading reading, int word) {
        return reading.commaAfter(word)
                || reading.hasAfter(word, Between.HARD)
                || reading.hasAfter(word, Between.HYPHEN) && reading.hasAfter(word, Between.BLANK);
    }

    private boolean clauseHasWords(int word, int id) {
        return clause[word - 1 - first] == id;
    }

    boolean same(int one, int other) {
        return clause[one - first] == clause[other - first];
    }

    /** The word stands in the clause that the one of the other word holds: "denies that". */
    boolean holds(int holder, int word) {
        int id = clause[word - first];
        return id == clause[holder - first] + 1 && isHeld[id];
    }

    boolean supposes(int word) {
        return supposes[clause[word - first]];
    }

    boolean anySupposes() {
        return anySupposes;
    }
}
