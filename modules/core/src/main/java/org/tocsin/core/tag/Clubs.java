package org.tocsin.core.tag;

/**
 * Tells what is only called after a town or bears a leader's surname in sport and on the stage:
 * clubs ("Hapoel Jerusalem", {@code «Динамо» Київ}, "Athens FC") and those who play, sing or write.
 */
final class Clubs {

    private static final int LONGEST_SHORT = 4;

    private final Names names;
    private final NameHits hits;
    private final Reading reading;
    private final int first;
    private final int end;

    Clubs(Names names, NameHits hits, int first, int end) {
        this.names = names;
        this.hits = hits;
        this.reading = hits.reading;
        this.first = first;
        this.end = end;
    }

    /** The name of a place is a part of a club's. */
    boolean isPartOfOne(int from, int to) {
        return from > first
                        && reading.is(from - 1, names.namesakes.clubBefore)
                        && isWritten(from - 1)
                        && !reading.hasAfter(from - 1, Between.COMMA | Between.STOP)
                || to < end
                        && reading.is(to, names.namesakes.clubBehind)
                        && isWritten(to)
                        && hits.at(to) == null
                        && reading.blankAfter(to - 1);
    }

    /** As the name of a club is: in capitals where it is short, else with one. */
    private boolean isWritten(int word) {
        boolean cased = reading.words.firstLetter(word) < NonLatin.FIRST_WITHOUT_CASES;
        boolean isShort = reading.words.end(word) - reading.words.start(word) < LONGEST_SHORT;
        return !cased || (isShort ? reading.isAllCapitals(word) : reading.isCapital(word));
    }

    /** "the singer Assad", הזמר יוסי גנץ: of that calling, with a first name between or none. */
    boolean isPerformer(int from) {
        int before = from - 1;
        if (before >= first && isCalling(before)) {
            return true;
        }
        return before > first
                && reading.blankAfter(before)
                && hits.at(before) == null
                && !reading.is(before, names.titleAbroad)
                && !reading.is(before, names.heldAbroad)
                && !reading.is(before, names.title)
                && reading.isCapital(before) == reading.isCapital(from)
                && isCalling(before - 1);
    }

    private boolean isCalling(int word) {
        return reading.is(word, names.namesakes.performer)
                && reading.blankAfter(word)
                && !(word > first && reading.is(word - 1, names.pastOffice));
    }
}
