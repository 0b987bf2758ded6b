package org.tocsin.core.watch.index;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.tocsin.core.watch.Rule;

/**
 * The rules in force, filed under what an article must have to answer them.
 *
 * <p>A question that one article answers alone is filed once, under the two rarest of the tags that
 * it cannot do without, or else under the rarest thing, together with the next three, and beside
 * those that need the same next; how rare a thing is is told by its kind and by how many other
 * questions ask for it. Hardly an article has both of two names, so that what common names have in
 * common with thousands of rules costs it nothing. A question to which an article may bring a
 * single clause is filed under all that any of its clauses needs.
 *
 * <p>Never changes, and may be asked by many threads, each with an {@link Asking} of its own.
 * {@link #with} is for one thread at a time.
 */
public final class RuleIndex {

    final Vocabulary vocabulary;

    /** By term, {@link Entries} in a row. */
    final Paged<IntRow> filed;

    /** By number, those that a group stands for. */
    final Paged<IntRow> groups;

    final int groupCount;

    final Paged<Filed> questions;
    final Paged<Rule> rules;
    private final int size;
    private final int changes;

    RuleIndex(Filing filing) {
        this.vocabulary = filing.vocabulary;
        this.filed = filing.filed.done();
        this.groups = filing.entries.groups.done();
        this.groupCount = filing.entries.groupCount;
        this.questions = filing.questions.done();
        this.rules = filing.rules.done();
        this.size = filing.size;
        this.changes = filing.changes;
    }

    public static RuleIndex empty() {
        return new RuleIndex(new Filing());
    }

    /** The index with these rules, each in the place of the one with its id, and without those. */
    public RuleIndex with(Collection<Rule> changed, Collection<String> gone) {
        var filing = new Filing(this, changes);
        gone.forEach(filing::remove);
        filing.put(changed);
        return new RuleIndex(filing);
    }

    /** Null when there is none of that id. */
    public Rule byId(String watchlist) {
        int place = vocabulary.find(watchlist);
        return place < 0 ? null : rules.get(place);
    }

    public int size() {
        return size;
    }

    /**
     * How many changes led here from an empty index. What was asked and is no longer keeps its
     * numbers, so an index is better filed anew after as many changes as it has rules.
     */
    public int changes() {
        return changes;
    }

    /** In no order. */
    public List<Rule> all() {
        return IntStream.range(0, vocabulary.watchlistCount())
                .mapToObj(rules::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
