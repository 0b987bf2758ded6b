package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.ActorType;

/** {@code type:armed-group}: any actor of that type. */
public record TypeClause(ActorType type) implements Clause {

    @Override
    public String print() {
        return "type:" + type.id();
    }

    @Override
    public String key() {
        return print();
    }

    @Override
    public List<Hit> hits(Reading reading) {
        var hits = new ArrayList<Hit>();
        for (ActorTag tag : reading.tags().actors()) {
            if (tag.type() == type) {
                ActorClause.addMentions(hits, tag);
            }
        }
        hits.sort(ActorClause.READING_ORDER);
        return hits;
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.of(List.of(new Term(Term.Kind.TYPE, type.id())), 150));
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }
}
