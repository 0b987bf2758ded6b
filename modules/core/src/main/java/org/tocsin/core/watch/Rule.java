package org.tocsin.core.watch;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.query.BadQuery;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.LanguageClause;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.QueryParser;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.query.SourceClause;

/** A watchlist made ready to be asked of tellings. Rules are ordered by watchlist id. */
public final class Rule implements Comparable<Rule> {

    private final Watchlist watchlist;
    private final Scope scope;
    private final Query query;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Boolean> positive = new ArrayList<>();
    private final Map<Clause, Integer> numbers = new IdentityHashMap<>();
    private final String question;

    private Rule(Watchlist watchlist, Scope scope, Query query) {
        this.watchlist = watchlist;
        this.scope = scope;
        this.query = query;
        var byKey = new LinkedHashMap<String, Integer>();
        query.eachClause(true, (clause, isPositive) -> number(clause, isPositive, byKey));
        this.question = ArticleId.hex(query.print(), watchlist.within()).substring(0, 16);
    }

    private void number(Clause clause, boolean isPositive, Map<String, Integer> byKey) {
        Integer known = byKey.putIfAbsent(clause.key(), clauses.size());
        if (known == null) {
            known = clauses.size();
            clauses.add(clause);
            positive.add(isPositive);
        }
        positive.set(known, positive.get(known) || isPositive);
        numbers.put(clause, known);
    }

    /** The rule of a watchlist that makes sense; else all that is wrong with it. */
    public static Rule compile(Watchlist watchlist, Lexicon lexicon) throws BadWatchlist {
        var faults = new ArrayList<>(WatchlistCheck.faults(watchlist));
        Scope scope = Scope.parse(watchlist.within()).orElse(new Scope(Scope.Kind.ARTICLE, null));
        Query query = null;
        try {
            query = QueryParser.parse(watchlist.when(), lexicon, scope.isOneArticle());
        } catch (BadQuery e) {
            faults.add(new BadWatchlist.Fault("when", e.offset(), e.getMessage()));
        }
        if (!faults.isEmpty()) {
            throw new BadWatchlist(faults);
        }
        return new Rule(watchlist, scope, query);
    }

    public Watchlist watchlist() {
        return watchlist;
    }

    public String id() {
        return watchlist.id();
    }

    public Scope scope() {
        return scope;
    }

    public Query query() {
        return query;
    }

    /** The different clauses from left to right; a clause's number is its place here. */
    public List<Clause> clauses() {
        return clauses;
    }

    /** Stays the same as long as the watchlist asks the same, whatever its title or severity. */
    public String question() {
        return question;
    }

    /** False for a clause that stands only below NOT. */
    public boolean asksFor(int clause) {
        return positive.get(clause);
    }

    /** True where that clause is about what is told, not about who tells it in what language. */
    boolean isContent(int clause) {
        return !(clauses.get(clause) instanceof SourceClause)
                && !(clauses.get(clause) instanceof LanguageClause);
    }

    /** Whether the expression is true where just those clauses hold. */
    public boolean holds(java.util.BitSet truth) {
        return query.holds(clause -> truth.get(numbers.get(clause)));
    }

    /** What the telling says to this rule. */
    public Match match(Reading reading) {
        return Match.of(this, reading);
    }

    @Override
    public int compareTo(Rule other) {
        return id().compareTo(other.id());
    }
}
