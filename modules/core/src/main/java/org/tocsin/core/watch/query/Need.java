package org.tocsin.core.watch.query;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Terms of which an article that answers has at least one. {@code commonness} says about how rare
 * such an article is: the lower the rarer.
 */
public record Need(Set<Term> any, int commonness) {

    public Need {
        any = Set.copyOf(any);
    }

    static Need of(Collection<Term> any, int commonness) {
        return new Need(new LinkedHashSet<>(any), commonness);
    }

    /**
     * What an article must have to answer the whole alone: of a conjunction all that its parts
     * need, of a disjunction one thing of each part. None where something may answer by what it
     * does not have.
     */
    public static List<Need> of(Query query) {
        if (query instanceof Clause clause) {
            return clause.needs();
        }
        if (query instanceof Query.And and) {
            return and.parts().stream().flatMap(part -> of(part).stream()).distinct().toList();
        }
        if (query instanceof Query.Then then) {
            return of(new Query.Or(then.parts()));
        }
        return query instanceof Query.Or or ? neededByAny(or) : neededByNot((Query.Not) query);
    }

    private static List<Need> neededByAny(Query.Or or) {
        var any = new LinkedHashSet<Term>();
        int commonness = 0;
        for (Query part : or.parts()) {
            Need rarest = null;
            for (Need need : of(part)) {
                rarest = rarest == null || need.commonness < rarest.commonness ? need : rarest;
            }
            if (rarest == null) {
                return List.of();
            }
            any.addAll(rarest.any);
            commonness = Math.max(commonness, rarest.commonness) + 1;
        }
        return List.of(new Need(any, commonness));
    }

    /** Not (a or b) needs nothing; not (not a and not b) needs a or b (De Morgan). */
    private static List<Need> neededByNot(Query.Not not) {
        if (not.part() instanceof Query.Not twice) {
            return of(twice.part());
        }
        if (not.part() instanceof Query.And and) {
            return of(new Query.Or(negated(and.parts())));
        }
        return not.part() instanceof Query.Or or
                ? of(new Query.And(negated(or.parts())))
                : List.of();
    }

    private static List<Query> negated(List<Query> parts) {
        return parts.stream().<Query>map(Query.Not::new).toList();
    }
}
