package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.Mention;

/** {@code actor:Russia}: that actor by any of its names in any script. */
public record ActorClause(ActorName actor) implements Clause {

    /** The title before the text, then by place. */
    static final Comparator<Hit> READING_ORDER =
            Comparator.comparing((Hit hit) -> !hit.field().equals("title"))
                    .thenComparing(Hit::start)
                    .thenComparing(Hit::end);

    @Override
    public String print() {
        return "actor:" + actor.print();
    }

    @Override
    public String key() {
        return "actor:" + String.join("|", actor.ids());
    }

    @Override
    public List<Hit> hits(Reading reading) {
        var hits = new ArrayList<Hit>();
        for (String id : actor.ids()) {
            addMentions(hits, reading.actor(id));
        }
        hits.sort(READING_ORDER);
        return hits;
    }

    static void addMentions(List<Hit> hits, ActorTag tag) {
        if (tag != null) {
            for (Mention mention : tag.mentions()) {
                hits.add(new Hit(mention.field(), mention.start(), mention.end(), tag.id()));
            }
        }
    }

    @Override
    public List<Need> needs() {
        List<Term> any = actor.ids().stream().map(id -> new Term(Term.Kind.ACTOR, id)).toList();
        return List.of(Need.of(any, FoldedWords.OF_A_NAME + (actor.widened() ? 10 : 0)));
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }

    /** Whether it may be answered where none of the others is. */
    boolean isPossibleBeside(List<Clause> others) {
        var ids = new HashSet<>(actor.ids());
        var types = new HashSet<>(actor.types());
        for (Clause other : others) {
            if (other instanceof ActorClause clause) {
                ids.removeAll(clause.actor.ids());
            } else if (other instanceof TypeClause clause) {
                types.remove(clause.type());
            }
        }
        return !ids.isEmpty() && !types.isEmpty();
    }

    @Override
    public boolean implies(Clause other) {
        return (other instanceof ActorClause wider && wider.actor.ids().containsAll(actor.ids()))
                || (other instanceof TypeClause type && actor.types().equals(Set.of(type.type())));
    }
}
