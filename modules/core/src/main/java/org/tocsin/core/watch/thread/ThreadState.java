package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A thread that has rung.
 *
 * @param seq the number of its last alert
 * @param steps by how many steps escalations have raised its severity
 * @param spent the causes that have escalated it or were there from the start
 * @param stands false after CORRECTED until something answers again
 * @param rung event time of the telling that rang last; the cooldown runs from it
 * @param lastTold event time of the latest telling that joined, as far as the window's threads need
 *     it
 * @param articles all that joined, in order
 * @param origins all that ever counted, also those whose word was taken back
 * @param claims topics with modalities that were heard so far
 * @param headline of the last telling that rang
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
        String headline) {

    public ThreadState {
        articles = List.copyOf(articles);
        spent = List.copyOf(spent);
        origins = List.copyOf(origins);
        claims = List.copyOf(claims);
        facts = List.copyOf(facts);
    }

    static ThreadState begun(String id, String story, Instant at) {
        List<String> none = List.of();
        return new ThreadState(
                id, story, 0, 0, none, true, at, at, List.of(), none, none, none, 0, "");
    }

    ThreadState joinedBy(Contribution contribution) {
        return new ThreadState(
                id,
                story,
                seq,
                steps,
                spent,
                stands,
                rung,
                contribution.at().isAfter(lastTold) ? contribution.at() : lastTold,
                plus(articles, List.of(contribution.article())),
                plus(origins, List.of(contribution.origin())),
                plus(claims, contribution.claims()),
                plus(facts, contribution.facts()),
                standing,
                headline);
    }

    /** The same with another standing; rings nothing. */
    ThreadState standing(boolean stands, int count) {
        return new ThreadState(
                id, story, seq, steps, spent, stands, rung, lastTold, articles, origins, claims,
                facts, count, headline);
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
                title);
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
                headline);
    }

    private static List<String> plus(List<String> some, Collection<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
