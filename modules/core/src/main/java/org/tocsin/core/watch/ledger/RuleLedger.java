package org.tocsin.core.watch.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Evidence;

/**
 * What analysts said of one watchlist's alerts, one word a thread.
 *
 * @param all over all versions
 * @param versions by version, the latest first
 * @param clauses how useful the threads were whose evidence answers a clause
 * @param names the same for the words in the text that answered, the worst first: those of which it
 *     is surest that they mislead
 * @param reasons why threads were not useful, the most frequent first
 */
public record RuleLedger(
        Precision all,
        List<Version> versions,
        List<OfClause> clauses,
        List<OfName> names,
        List<Reason> reasons) {

    private static final int MOST_ROWS = 50;

    public record Version(int rule, Precision precision) {}

    public record OfClause(String clause, Precision precision) {}

    /** {@code entity} is the actor or topic that the words stand for; null for plain words. */
    public record OfName(String name, String entity, Precision precision) {}

    public record Reason(String reason, int times) {}

    private record Name(String words, String entity) {}

    /** Those of the words that judge alerts of that watchlist are counted. */
    public static RuleLedger of(String watchlist, Collection<AlertVerdict> words) {
        List<AlertVerdict> judged =
                words.stream()
                        .filter(word -> watchlist.equals(word.watchlist()) && isJudgement(word))
                        .toList();
        return new RuleLedger(
                precision(judged), versions(judged), clauses(judged), names(judged), why(judged));
    }

    private static boolean isJudgement(AlertVerdict verdict) {
        return verdict.word() == Word.USEFUL || verdict.word() == Word.NOT_USEFUL;
    }

    private static Precision precision(List<AlertVerdict> judged) {
        long useful = judged.stream().filter(one -> one.word() == Word.USEFUL).count();
        return Precision.of((int) useful, judged.size());
    }

    private static List<Version> versions(List<AlertVerdict> judged) {
        return judged.stream()
                .collect(
                        Collectors.groupingBy(
                                AlertVerdict::rule, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(entry -> new Version(entry.getKey(), precision(entry.getValue())))
                .toList();
    }

    private static List<OfClause> clauses(List<AlertVerdict> judged) {
        return by(Evidence::clause, Comparator.naturalOrder(), judged).entrySet().stream()
                .map(entry -> new OfClause(entry.getKey(), precision(entry.getValue())))
                .sorted(worstFirst(OfClause::precision))
                .limit(MOST_ROWS)
                .toList();
    }

    private static List<OfName> names(List<AlertVerdict> judged) {
        Comparator<Name> order =
                Comparator.comparing(Name::words)
                        .thenComparing(name -> name.entity() == null ? "" : name.entity());
        return by(RuleLedger::nameOf, order, judged).entrySet().stream()
                .map(
                        entry ->
                                new OfName(
                                        entry.getKey().words(),
                                        entry.getKey().entity(),
                                        precision(entry.getValue())))
                .sorted(worstFirst(OfName::precision))
                .limit(MOST_ROWS)
                .toList();
    }

    private static Name nameOf(Evidence evidence) {
        return new Name(evidence.text().toLowerCase(Locale.ROOT), evidence.entity());
    }

    /** Each thread once, however often its evidence says the same. */
    private static <K> TreeMap<K, List<AlertVerdict>> by(
            Function<Evidence, K> key, Comparator<K> order, List<AlertVerdict> judged) {
        var groups = new TreeMap<K, List<AlertVerdict>>(order);
        for (AlertVerdict verdict : judged) {
            Set<K> keys =
                    verdict.evidence().stream()
                            .map(key)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            keys.forEach(one -> groups.computeIfAbsent(one, k -> new ArrayList<>()).add(verdict));
        }
        return groups;
    }

    private static <T> Comparator<T> worstFirst(Function<T, Precision> precision) {
        return Comparator.comparing(precision, Comparator.comparingDouble(Precision::high));
    }

    private static List<Reason> why(List<AlertVerdict> judged) {
        return judged.stream()
                .filter(one -> one.word() == Word.NOT_USEFUL && one.reason() != null)
                .collect(
                        Collectors.groupingBy(
                                AlertVerdict::reason, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue().intValue()))
                .sorted(Comparator.comparingInt(Reason::times).reversed())
                .limit(MOST_ROWS)
                .toList();
    }
}
