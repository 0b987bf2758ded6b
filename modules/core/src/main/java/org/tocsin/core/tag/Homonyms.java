package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Fold;

/**
 * Whom a name means that several bear, by the words beside it: "Tripoli" among Lebanese words is
 * the Lebanese one. The lines of {@code homonyms.tsv}: who is meant without a cue, who is meant by
 * the cues, the cues, and words that speak for the first after all.
 */
final class Homonyms {

    private record Other(Actor actor, WordSet cues, WordSet against) {}

    private final Map<String, Other> byId = new HashMap<>();

    Homonyms(Lexicon lexicon, Vocabulary vocabulary) {
        for (String line : lexicon.homonyms()) {
            String[] cells = line.split("\t", -1);
            lexicon.byId(cells[1])
                    .ifPresent(
                            actor ->
                                    byId.put(
                                            cells[0],
                                            new Other(
                                                    actor,
                                                    words(cells[2], vocabulary),
                                                    words(cells[3], vocabulary))));
        }
    }

    private static WordSet words(String cell, Vocabulary vocabulary) {
        return WordSet.of(Arrays.stream(cell.split("\\|")).map(Fold::fold).toList(), vocabulary);
    }

    /** The namesake that the sentence or else the article speaks of; null where it is this one. */
    Actor meant(Actor actor, Reading reading, int first, int end, ActorFinder.Known known) {
        Other other = byId.get(actor.id());
        if (other == null) {
            return null;
        }
        boolean here = has(other.cues, reading, first, end);
        boolean against = has(other.against, reading, first, end);
        if (here || against) {
            return here && !against ? other.actor : null;
        }
        return known.has(other.cues) && !known.has(other.against) ? other.actor : null;
    }

    private static boolean has(WordSet words, Reading reading, int first, int end) {
        for (int i = first; i < end; i++) {
            if (reading.is(i, words)) {
                return true;
            }
        }
        return false;
    }
}
