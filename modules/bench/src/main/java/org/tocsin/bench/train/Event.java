package org.tocsin.bench.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.EventTerms;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.tag.Tagger;

/**
 * An event that the tagger finds in a labelled text, and what it is labelled with.
 *
 * @param right the modalities that are right
 */
record Event(Labelled text, EventTerms terms, Set<Modality> right) {

    /**
     * Those of a text that are found. Which of two labelled events of one topic is which is not
     * labelled: each takes the one found of which it is right, if there is one.
     */
    static List<Event> of(Labelled text, Tagger tagger) {
        var found = new ArrayList<>(tagger.events(text.article()));
        var events = new ArrayList<Event>();
        for (Labelled.Claim claim : text.claims()) {
            EventTerms best = null;
            for (EventTerms one : found) {
                boolean same = one.topic().equals(claim.topic());
                boolean better = best == null || isRight(claim, one) && !isRight(claim, best);
                best = same && better ? one : best;
            }
            if (best != null) {
                found.remove(best);
                events.add(new Event(text, best, claim.modalities()));
            }
        }
        return events;
    }

    private static boolean isRight(Labelled.Claim claim, EventTerms found) {
        return claim.modalities().contains(found.byRules());
    }

    /** The first of those that are right, in the order in which they are tried. */
    Modality label() {
        return right.iterator().next();
    }
}
