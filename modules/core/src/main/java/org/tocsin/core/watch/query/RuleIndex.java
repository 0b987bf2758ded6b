package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.ActorType;

/**
 * From what an article holds to the rules that could answer it, so that an article costs what the
 * rules near it cost and not what all rules cost.
 *
 * <p>A rule is filed under the rarest thing that it cannot do without: of a conjunction the rarest
 * part, of a disjunction all parts. How rare a thing is comes from {@link Clause#commonness};
 * counts from the stream would serve better and would change nothing else.
 *
 * @param <R> what is filed, in an order of its own that the candidates keep
 */
public final class RuleIndex<R extends Comparable<R>> {

    private final Map<String, List<R>> filed = new HashMap<>();
    private final Set<Integer> prefixLengths = new TreeSet<>();

    /** Files a rule that one article answers alone. */
    public void addByRarest(R rule, Query query) {
        file(rule, needed(query).keys());
    }

    /** Files a rule to which an article may bring a single clause, also one that must not be. */
    public void addByEveryClause(R rule, Query query) {
        var keys = new LinkedHashSet<String>();
        query.eachClause(true, (clause, positive) -> keys.addAll(clause.triggers()));
        file(rule, keys);
    }

    /** The rules that the article could answer, in their order, each once. */
    public List<R> candidates(Reading reading) {
        var found = new TreeSet<R>();
        for (String word : reading.vocabulary()) {
            collect(found, word(word));
            for (int length : prefixLengths) {
                if (length > word.length()) {
                    break;
                }
                collect(found, prefix(word.substring(0, length)));
            }
        }
        for (ActorTag actor : reading.tags().actors()) {
            collect(found, actor(actor.id()));
            collect(found, type(actor.type()));
        }
        reading.tags().events().forEach(event -> collect(found, topic(event.topic())));
        collect(found, language(reading.language()));
        collectSources(found, reading.source());
        return new ArrayList<>(found);
    }

    private void collectSources(Set<R> found, String source) {
        String domain = source;
        collect(found, source(domain));
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.')) {
            domain = domain.substring(dot + 1);
            collect(found, source(domain));
        }
    }

    private void collect(Set<R> found, String key) {
        List<R> rules = filed.get(key);
        if (rules != null) {
            found.addAll(rules);
        }
    }

    private void file(R rule, Set<String> keys) {
        for (String key : keys) {
            filed.computeIfAbsent(key, any -> new ArrayList<>(1)).add(rule);
            if (key.startsWith("p:")) {
                prefixLengths.add(key.length() - 2);
            }
        }
    }

    /** Keys of which an answering article has at least one; null keys where none is needed. */
    private record Needed(Set<String> keys, int commonness) {
        static final Needed NOTHING = new Needed(null, Integer.MAX_VALUE);
    }

    private static Needed needed(Query query) {
        if (query instanceof Clause clause) {
            return new Needed(new LinkedHashSet<>(clause.triggers()), clause.commonness());
        }
        if (query instanceof Query.And and) {
            Needed rarest = Needed.NOTHING;
            for (Query part : and.parts()) {
                Needed next = needed(part);
                rarest = next.commonness() < rarest.commonness() ? next : rarest;
            }
            return rarest;
        }
        return query instanceof Query.Or or ? neededByAny(or) : neededByNot((Query.Not) query);
    }

    private static Needed neededByAny(Query.Or or) {
        var keys = new LinkedHashSet<String>();
        int commonness = 0;
        for (Query part : or.parts()) {
            Needed next = needed(part);
            if (next.keys() == null) {
                return Needed.NOTHING;
            }
            keys.addAll(next.keys());
            commonness = Math.max(commonness, next.commonness()) + 1;
        }
        return new Needed(keys, commonness);
    }

    /** Not (a or b) needs nothing; not (not a and not b) needs a or b (De Morgan). */
    private static Needed neededByNot(Query.Not not) {
        if (not.part() instanceof Query.Not twice) {
            return needed(twice.part());
        }
        if (not.part() instanceof Query.And and) {
            return needed(new Query.Or(negated(and.parts())));
        }
        return not.part() instanceof Query.Or or
                ? needed(new Query.And(negated(or.parts())))
                : Needed.NOTHING;
    }

    private static List<Query> negated(List<Query> parts) {
        return parts.stream().<Query>map(Query.Not::new).toList();
    }

    static String word(String folded) {
        return "w:" + folded;
    }

    static String prefix(String folded) {
        return "p:" + folded;
    }

    static String actor(String id) {
        return "a:" + id;
    }

    static String type(ActorType type) {
        return "t:" + type.id();
    }

    static String topic(String id) {
        return "e:" + id;
    }

    static String source(String domain) {
        return "s:" + domain;
    }

    static String language(String code) {
        return "l:" + code;
    }
}
