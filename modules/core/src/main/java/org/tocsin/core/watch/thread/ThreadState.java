package org.tocsin.core.watch.thread;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;

/**
 * A thread that has rung, or would have.
 *
 * @param seq the number of its last alert
 * @param steps by how many steps escalations have raised its severity
 * @param spent the causes that have escalated it or were there from the start
 * @param stands false after CORRECTED until something answers again
 * @param standing how many origins answered at its last turn
 * @param rung event time of the telling that rang last; the cooldown runs from it
 * @param lastTold event time of the latest telling that joined, as far as the window's threads need
 *     it
 * @param articles all that joined, in order
 * @param origins all that ever counted, also those whose word was taken back
 * @param claims topics with modalities that were heard so far
 * @param headline of the last telling that rang or was held back
 * @param held what would have rung since it last rang, but for a mute or quiet hours; a thread
 *     whose first alert was held back has {@code seq} 0
 * @param heldUntil when what is held back rings; null where it waits for the next alert
 * @param watching whether it began while its watchlist only watched
 */
public record ThreadState(
        String id,
        String story,
        int seq,
        int steps,
        List<String> spent,
        boolean stands,
        Instant rung,
        Instant lastTold,
        List<String> articles,
        List<String> origins,
        List<String> claims,
        List<String> facts,
        int standing,
        String headline,
        List<Alert.Kind> held,
        Instant heldUntil,
        boolean watching) {

    public ThreadState {
        held = held == null ? List.of() : List.copyOf(held);
        articles = List.copyOf(articles);
        spent = List.copyOf(spent);
        origins = List.copyOf(origins);
        claims = List.copyOf(claims);
        facts = List.copyOf(facts);
    }

    static ThreadState begun(String id, String story, Instant at, boolean watching) {
        List<String> none = List.of();
        return new ThreadState(
                id, story, 0, 0, none, true, at, at, none, none, none, none, 0, "", List.of(), null,
                watching);
    }

    ThreadState joinedBy(List<Contribution> contributions) {
        Instant last = lastTold;
        for (Contribution one : contributions) {
            last = one.at().isAfter(last) ? one.at() : last;
        }
        return new ThreadState(
                id,
                story,
                seq,
                steps,
                spent,
                stands,
                rung,
                last,
                plus(articles, contributions, one -> List.of(one.article())),
                plus(origins, contributions, one -> List.of(one.origin())),
                plus(claims, contributions, Contribution::claims),
                plus(facts, contributions, Contribution::facts),
                standing,
                headline,
                held,
                heldUntil,
                watching);
    }

    /** The same with another standing; rings nothing. */
    ThreadState standing(boolean stands, int count) {
        return new ThreadState(
                id, story, seq, steps, spent, stands, rung, lastTold, articles, origins, claims,
                facts, count, headline, held, heldUntil, watching);
    }

    ThreadState rungAt(Instant at, String article, String title) {
        return new ThreadState(
                id,
                story,
                seq + 1,
                steps,
                spent,
                stands,
                at,
                lastTold,
                plus(articles, List.of(article)),
                origins,
                claims,
                facts,
                standing,
                title,
                List.of(),
                null,
                watching);
    }

    /** What would have rung is kept until then, or where that is null until the next alert. */
    ThreadState holding(Alert.Kind kind, Turn turn, Instant until) {
        var kinds = EnumSet.of(kind);
        kinds.addAll(held);
        return new ThreadState(
                id,
                story,
                seq,
                steps,
                spent,
                stands,
                rung,
                lastTold,
                plus(articles, List.of(turn.article())),
                origins,
                claims,
                facts,
                standing,
                turn.headline(),
                List.copyOf(kinds),
                until == null ? heldUntil : until,
                watching);
    }

    /** With what is held back due then: never where it is null. */
    ThreadState heldUntil(Instant until) {
        return new ThreadState(
                id, story, seq, steps, spent, stands, rung, lastTold, articles, origins, claims,
                facts, standing, headline, held, until, watching);
    }

    /** With nothing that is held back, since nobody was told what it would change. */
    ThreadState owingNothing() {
        return new ThreadState(
                id, story, seq, steps, spent, stands, rung, lastTold, articles, origins, claims,
                facts, standing, headline, List.of(), null, watching);
    }

    /** With so many articles at most, the latest. */
    ThreadState trimmed(int most) {
        int over = Math.max(0, articles.size() - most);
        return new ThreadState(
                id,
                story,
                seq,
                steps,
                spent,
                stands,
                rung,
                lastTold,
                articles.subList(over, articles.size()),
                origins,
                claims,
                facts,
                standing,
                headline,
                held,
                heldUntil,
                watching);
    }

    /**
     * False once its watchlist has become live, or no longer is: then it only waits for its end.
     */
    boolean isOf(Rule rule) {
        return watching == rule.watchlist().isWatching();
    }

    /** Whether it was told to more than the ledger, so that somebody waits for its end. */
    boolean hasRung() {
        return isTold() && !watching;
    }

    /** Whether it holds something back that rings by the time alone. */
    boolean isDueFor(Rule rule) {
        return heldUntil != null && isOf(rule);
    }

    boolean holds(Alert.Kind kind) {
        return held.contains(kind);
    }

    /** Whether anybody has heard of it. */
    @JsonIgnore
    boolean isTold() {
        return seq > 0;
    }

    /** With the number of its last alert, EXPIRED, which no article of its own rings. */
    ThreadState ended() {
        return rungAt(rung, articles.get(0), headline);
    }

    /** One step, however many causes came together. */
    ThreadState escalatedBy(Collection<String> causes, int moreSteps) {
        return new ThreadState(
                id,
                story,
                seq,
                steps + moreSteps,
                plus(spent, causes),
                stands,
                rung,
                lastTold,
                articles,
                origins,
                claims,
                facts,
                standing,
                headline,
                held,
                heldUntil,
                watching);
    }

    /** The severity of its watchlist, raised by what escalated it. */
    Severity severity(Rule rule) {
        Severity severity = rule.watchlist().severity();
        for (int i = 0; i < steps; i++) {
            severity = severity.raised();
        }
        return severity;
    }

    private static List<String> plus(
            List<String> some,
            List<Contribution> contributions,
            Function<Contribution, List<String>> part) {
        return plus(some, contributions.stream().flatMap(one -> part.apply(one).stream()).toList());
    }

    private static List<String> plus(List<String> some, Collection<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
