package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Refuses what can never hold, what always holds, and a rule that asks for nothing.
 *
 * <p>A search by trial over the truth of the clauses (Davis, Logemann and Loveland 1962, without
 * clause learning), told what one clause says of another. It gives up, and believes, after {@link
 * #PATIENCE} steps: a rule that hides its contradiction so well is no slip of the pen.
 */
final class Sense {

    private static final int PATIENCE = 20_000;

    private final Map<Query, Integer> starts;
    private final Reach reach;
    private int patience;

    Sense(Map<Query, Integer> starts, Reach reach) {
        this.starts = starts;
        this.reach = reach;
    }

    Sense ofOneArticle() {
        return new Sense(starts, Reach.ARTICLE);
    }

    void check(Query query) throws BadQuery {
        if (query instanceof Query.Then then) {
            for (Query part : then.parts()) {
                // Each part is answered by one article.
                ofOneArticle().check(part);
            }
            return;
        }
        checkParts(query);
        if (query.holds(clause -> false)) {
            throw new BadQuery(
                    start(query),
                    "it asks only for what must not be there; add what must be, joined by AND");
        }
    }

    private void checkParts(Query query) throws BadQuery {
        if (query instanceof Query.Not not) {
            checkParts(not.part());
        } else if (query instanceof Query.And and) {
            for (Query part : and.parts()) {
                checkParts(part);
            }
            checkTogether(and);
        } else if (query instanceof Query.Or or) {
            for (Query part : or.parts()) {
                checkParts(part);
            }
            if (!isPossible(new Query.Not(or))) {
                throw new BadQuery(start(or), shown(or) + " always holds");
            }
        }
    }

    /** Points at the first part that contradicts those before it. */
    private void checkTogether(Query.And and) throws BadQuery {
        if (isPossible(and)) {
            return;
        }
        int culprit = 1;
        while (culprit < and.parts().size() - 1
                && isPossible(new Query.And(and.parts().subList(0, culprit + 1)))) {
            culprit++;
        }
        Query part = and.parts().get(culprit);
        throw new BadQuery(
                start(part), shown(part) + " can never hold together with what stands before it");
    }

    private int start(Query query) {
        return starts.getOrDefault(query, 0);
    }

    static String shown(Query query) {
        String text = query.print();
        return "'" + (text.length() > 60 ? text.substring(0, 57) + "…" : text) + "'";
    }

    /** Whether some telling, or some of them together, may answer. */
    boolean isPossible(Query query) {
        var clauses = new LinkedHashMap<String, Clause>();
        query.eachClause(true, (clause, positive) -> clauses.putIfAbsent(clause.key(), clause));
        patience = PATIENCE;
        return isPossible(query, new ArrayList<>(clauses.values()), 0, new HashMap<>());
    }

    private boolean isPossible(
            Query query, List<Clause> clauses, int next, Map<String, Boolean> truth) {
        Boolean known = value(query, clause -> truth.get(clause.key()));
        if (known != null || --patience < 0) {
            return known == null || known;
        }
        Clause clause = clauses.get(next);
        for (boolean value : new boolean[] {true, false}) {
            if (isConsistent(clauses.subList(0, next), clause, value, truth)) {
                truth.put(clause.key(), value);
                boolean possible = isPossible(query, clauses, next + 1, truth);
                truth.remove(clause.key());
                if (possible) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isConsistent(
            List<Clause> decided, Clause clause, boolean value, Map<String, Boolean> truth) {
        for (Clause other : decided) {
            boolean othersValue = truth.get(other.key());
            boolean broken =
                    (value && !othersValue && implies(clause, other))
                            || (!value && othersValue && implies(other, clause))
                            || (reach.isOneArticle()
                                    && value
                                    && othersValue
                                    && clause.excludes(other));
            if (broken) {
                return false;
            }
        }
        return !asksForSomebody(clause) || isLeftOver(decided, clause, value, truth);
    }

    private static boolean asksForSomebody(Clause clause) {
        return clause instanceof EventClause
                || clause instanceof ActorClause
                || clause instanceof TypeClause;
    }

    /** What must hold asks for somebody or something that those leave over which must not. */
    private static boolean isLeftOver(
            List<Clause> decided, Clause clause, boolean value, Map<String, Boolean> truth) {
        var all = new ArrayList<>(decided);
        all.add(clause);
        var out = all.stream().filter(one -> one == clause ? !value : !truth.get(one.key()));
        List<Clause> against = out.toList();
        for (Clause one : all) {
            boolean holds = one == clause ? value : truth.get(one.key());
            if (holds && one instanceof EventClause event && !event.isPossibleBeside(against)) {
                return false;
            }
            if (holds && one instanceof ActorClause actor && !actor.isPossibleBeside(against)) {
                return false;
            }
        }
        return true;
    }

    /** What the title says the article says, but not each of its sentences. */
    private boolean implies(Clause clause, Clause other) {
        return clause.implies(other)
                || (reach != Reach.SENTENCE
                        && clause instanceof TitleClause title
                        && title.words().implies(other))
                // Whom a pronoun stands for is named in the article, if not in its sentence.
                || (reach != Reach.SENTENCE
                        && clause instanceof EventClause event
                        && event.names(other));
    }

    /** True, false, or null where the undecided clauses still matter (Kleene's strong logic). */
    private static Boolean value(Query query, Function<Clause, Boolean> truth) {
        if (query instanceof Query.Not not) {
            Boolean inner = value(not.part(), truth);
            return inner == null ? null : !inner;
        }
        if (query instanceof Clause clause) {
            return truth.apply(clause);
        }
        boolean and = query instanceof Query.And;
        List<Query> parts =
                query instanceof Query.And all ? all.parts() : ((Query.Or) query).parts();
        boolean open = false;
        for (Query part : parts) {
            Boolean value = value(part, truth);
            if (value == null) {
                open = true;
            } else if (value != and) {
                return !and;
            }
        }
        return open ? null : Boolean.valueOf(and);
    }
}
