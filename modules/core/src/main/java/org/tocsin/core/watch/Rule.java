package org.tocsin.core.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.hush.QuietHours;
import org.tocsin.core.watch.query.BadQuery;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.LanguageClause;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.QueryParser;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.query.SourceClause;
import org.tocsin.core.watch.rate.Rate;
import org.tocsin.core.watch.thread.StoryWatcher;

/** A watchlist made ready to be asked of tellings. Rules are ordered by watchlist id. */
public final class Rule implements Comparable<Rule> {

    private final Watchlist watchlist;
    private final Question question;
    private final QuietHours quiet;
    private final Rate rate;

    private Rule(Watchlist watchlist, Question question) {
        this.watchlist = watchlist;
        this.question = question;
        this.quiet =
                watchlist.quiet() == null ? null : QuietHours.parse(watchlist.quiet()).orElse(null);
        this.rate = watchlist.rate() == null ? null : Rate.parse(watchlist.rate()).orElse(null);
    }

    /** The rule of a watchlist that makes sense; else all that is wrong with it. */
    public static Rule compile(Watchlist watchlist, Lexicon lexicon) throws BadWatchlist {
        var faults = new ArrayList<>(WatchlistCheck.faults(watchlist));
        // Of a rule whose scope cannot be read only what is wrong in any scope is said.
        Scope scope =
                Scope.parse(watchlist.within()).orElse(new Scope(Scope.Kind.WINDOW, Scope.LONGEST));
        Query query = null;
        try {
            query = QueryParser.parse(watchlist.when(), lexicon, scope.reach());
        } catch (BadQuery e) {
            for (BadQuery fault : e.faults()) {
                faults.add(new BadWatchlist.Fault("when", fault.offset(), fault.getMessage()));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadWatchlist(faults);
        }
        return new Rule(watchlist, Question.of(query, scope, watchlist.within()));
    }

    /** The same rule with another instance of its question, which many rules may share. */
    public Rule asking(Question same) {
        return new Rule(watchlist, same);
    }

    public Question asks() {
        return question;
    }

    public Watchlist watchlist() {
        return watchlist;
    }

    public String id() {
        return watchlist.id();
    }

    public Scope scope() {
        return question.scope();
    }

    public Query query() {
        return question.query();
    }

    /** The different clauses from left to right; a clause's number is its place here. */
    public List<Clause> clauses() {
        return question.clauses();
    }

    /** Stays the same as long as the watchlist asks the same, whatever its title or severity. */
    public String question() {
        return question.id();
    }

    /** Null where it has none. */
    public QuietHours quiet() {
        return quiet;
    }

    /** Null where it rings whenever it is answered. */
    public Rate rate() {
        return rate;
    }

    /** Whether tellings of different stories decide it together. */
    public boolean isAcrossStories() {
        return scope().kind() == Scope.Kind.WINDOW || rate != null;
    }

    /** How far back what was told of other stories still matters to a telling. */
    public Duration memory() {
        if (rate != null) {
            return rate.over().plus(rate.span());
        }
        return scope().kind() == Scope.Kind.WINDOW
                ? scope().span().plus(StoryWatcher.QUIET)
                : Duration.ZERO;
    }

    /** False for a clause that stands only below NOT. */
    public boolean asksFor(int clause) {
        return question.asksFor(clause);
    }

    /** True where that clause is about what is told, not about who tells it in what language. */
    boolean isContent(int clause) {
        return !(clauses().get(clause) instanceof SourceClause)
                && !(clauses().get(clause) instanceof LanguageClause);
    }

    /** Whether the expression is true where just those clauses hold. */
    public boolean holds(BitSet truth) {
        return question.holds(truth);
    }

    /**
     * Whether the expression can be true where all that is heard holds these clauses between it.
     * False is certain.
     */
    public boolean mayHold(BitSet heard) {
        return question.mayHold(heard);
    }

    /** The fewest clauses that would have to be otherwise for the expression to be true. */
    public int missing(BitSet truth) {
        return question.missing(truth);
    }

    /** How many questions are asked, each of a later telling than the one before (THEN). */
    public int steps() {
        return question.steps();
    }

    /** Whether that one of them is answered where just those clauses hold. */
    public boolean holds(int step, BitSet truth) {
        return question.holds(step, truth);
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
