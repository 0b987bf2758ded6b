package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds parts of a rule that change nothing: what always or never holds beside the others. */
final class Redundancy {

    /** More parts than a person weighs, and more work than a save is worth. */
    private static final int MOST_PARTS = 24;

    private final Sense sense;
    private final List<Query> idle = new ArrayList<>();
    private final List<String> why = new ArrayList<>();

    private Redundancy(Sense sense) {
        this.sense = sense;
    }

    /** A part that could as well be left out, and why, for people. */
    record Idle(Query part, String why) {}

    static List<Idle> in(Query query, Sense sense) {
        var redundancy = new Redundancy(sense);
        redundancy.look(query);
        var found = new ArrayList<Idle>();
        for (int i = 0; i < redundancy.idle.size(); i++) {
            found.add(new Idle(redundancy.idle.get(i), redundancy.why.get(i)));
        }
        return found;
    }

    private void look(Query query) {
        if (query instanceof Query.Then then) {
            // Each part is answered by one article.
            then.parts().forEach(part -> in(part, sense.ofOneArticle()).forEach(this::add));
        } else if (query instanceof Query.Not not) {
            look(not.part());
        } else if (query instanceof Query.And and) {
            and.parts().forEach(this::look);
            weigh(and.parts(), true);
        } else if (query instanceof Query.Or or) {
            or.parts().forEach(this::look);
            weigh(or.parts(), false);
        }
    }

    private void add(Idle found) {
        idle.add(found.part());
        why.add(found.why());
    }

    /** From the last on, so that of two that say the same the first stands. */
    private void weigh(List<Query> parts, boolean and) {
        if (parts.size() > MOST_PARTS) {
            return;
        }
        var left = new ArrayList<>(parts);
        for (int i = parts.size() - 1; i >= 0 && left.size() > 1; i--) {
            Query part = parts.get(i);
            left.remove(i);
            if (!matters(part, left, and)) {
                add(new Idle(part, reason(part, left, and)));
            } else {
                left.add(i, part);
            }
        }
    }

    /** Of a conjunction where the others hold and it does not; of a disjunction the reverse. */
    private boolean matters(Query part, List<Query> others, boolean and) {
        var both = new ArrayList<Query>();
        others.forEach(other -> both.add(and ? other : new Query.Not(other)));
        both.add(and ? new Query.Not(part) : part);
        return sense.isPossible(new Query.And(both));
    }

    private String reason(Query part, List<Query> others, boolean and) {
        Optional<Query> alone =
                others.stream().filter(other -> !matters(part, List.of(other), and)).findFirst();
        String rest = alone.map(Sense::shown).orElse("the rest of it");
        return and
                ? Sense.shown(part) + " adds nothing: it holds wherever " + rest + " does"
                : Sense.shown(part) + " adds nothing: wherever it holds, " + rest + " does";
    }
}
