package org.tocsin.core.tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;

/** The capitals of a text that the roles of its events show to stand for their states. */
final class States {

    private final Lexicon lexicon;
    private final Set<Found> read = new LinkedHashSet<>();

    States(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The state that the capital stands for; null where the lexicon has none. */
    Actor of(Found capital) {
        Actor state = lexicon.byId(capital.actor().capitalOf()).orElse(null);
        if (state != null) {
            read.add(capital);
        }
        return state;
    }

    /**
     * Tags the article with what its names stand for: the state instead of the capital, or both
     * where the other event of a sentence is at the place itself.
     */
    void settle(List<Found> found, List<Told> told) {
        for (Found capital : read) {
            int at = found.indexOf(capital);
            if (at < 0) {
                continue;
            }
            Found state = capital.as(lexicon.byId(capital.actor().capitalOf()).orElseThrow());
            if (told.stream().noneMatch(one -> one.hasRole(state))) {
                continue;
            }
            if (told.stream().anyMatch(one -> one.hasRole(capital))) {
                found.add(at, state);
            } else {
                found.set(at, state);
            }
        }
    }
}
