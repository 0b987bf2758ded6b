package org.tocsin.core.tag;

/** The auxiliaries and adverbs before a verb, and what they say. */
final class VerbGroup {

    final int start;
    final boolean negated;
    final boolean will;
    final boolean would;
    final boolean possible;
    final boolean ought;
    final boolean to;
    final boolean perfect;
    final boolean be;
    final boolean cannot;
    final boolean presentBe;
    final boolean did;
    final boolean bareBe;

    VerbGroup(Passage passage, int verb) {
        this(passage, verb, passage.clauses().first);
    }

    /** The group of the verb, read back to {@code first} at most. */
    VerbGroup(Passage passage, int verb, int first) {
        this(passage.grammar(), passage.reading(), verb, first);
    }

    VerbGroup(Grammar grammar, Reading reading, int verb, int first) {
        int said = 0;
        int at = verb;
        while (at > first && !reading.commaAfter(at - 1)) {
            int here = grammar.auxiliaries.of(reading.code(at - 1));
            if (here == Auxiliaries.NONE && !isAdverb(reading, at - 1)) {
                break;
            }
            said |= here;
            at--;
        }
        start = at;
        negated = (said & Auxiliaries.NEGATED) != 0;
        will = (said & Auxiliaries.WILL) != 0;
        would = (said & Auxiliaries.WOULD) != 0;
        possible = (said & Auxiliaries.POSSIBLE) != 0;
        ought = (said & Auxiliaries.OUGHT) != 0;
        to = (said & Auxiliaries.TO) != 0;
        perfect = (said & Auxiliaries.PERFECT) != 0;
        be = (said & Auxiliaries.BE) != 0;
        cannot = (said & Auxiliaries.CANNOT) != 0;
        presentBe = (said & Auxiliaries.PRESENT_BE) != 0;
        did = (said & Auxiliaries.DID) != 0;
        bareBe = (said & Auxiliaries.BARE_BE) != 0;
    }

    private static boolean isAdverb(Reading reading, int word) {
        return reading.words.end(word) - reading.words.start(word) > 4
                && reading.endsWith(word, "ly");
    }

    /** A plain denial: "could not" leaves nothing open, "may not" does. */
    boolean denies() {
        return negated && !possible || cannot;
    }

    /** Neither will, would, may nor must: what is told of is told as a fact. */
    boolean isPlain() {
        return !will && !would && !possible && !ought;
    }
}
