package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;

/** What rings: the contract's life of a thread, decided for one telling. */
final class ThreadLife {

    private static final String MORE_ORIGINS = "origins";
    private static final String HAPPENED = "occurred";
    private static final Set<String> TENTATIVE =
            Set.of("ANNOUNCED", "THREATENED", "DEMANDED", "CONDITIONAL");

    private ThreadLife() {}

    /** The thread, null if it has not rung, after a turn of events. */
    static Outcome next(Rule rule, ThreadState thread, Turn turn) {
        if (thread == null) {
            return first(rule, turn);
        }
        ThreadState joined = turn.joins() ? thread.joinedBy(turn.contribution()) : thread;
        boolean enough = turn.standing().isEnoughFor(rule);
        ThreadState after = joined.standing(enough, turn.standing().count());
        if (!enough) {
            return thread.stands()
                    ? ring(after, turn, Alert.Kind.CORRECTED, Outcome.Reason.GROUND_LOST)
                    : Outcome.silent(after, Outcome.Reason.TOO_FEW_ORIGINS);
        }
        if (!thread.stands()) {
            return update(rule, after, turn, Outcome.Reason.ANSWERED_AGAIN);
        }
        Set<String> causes = causes(rule, thread, turn);
        if (!causes.isEmpty()) {
            boolean happened = causes.contains(HAPPENED);
            return ring(
                    after.escalatedBy(causes, 1),
                    turn,
                    Alert.Kind.ESCALATED,
                    happened ? Outcome.Reason.HAPPENED : Outcome.Reason.MORE_ORIGINS);
        }
        if (isNewOrigin(thread, turn)) {
            return update(rule, after, turn, Outcome.Reason.NEW_ORIGIN);
        }
        return hasNewFact(thread, turn)
                ? update(rule, after, turn, Outcome.Reason.NEW_FACT)
                : Outcome.silent(after, Outcome.Reason.NOTHING_NEW);
    }

    private static Outcome first(Rule rule, Turn turn) {
        if (!turn.standing().isEnoughFor(rule)) {
            return Outcome.silent(null, Outcome.Reason.TOO_FEW_ORIGINS);
        }
        // A second life of a story after EXPIRED is another thread: the telling that begins it is
        // part of the name.
        String id = ArticleId.hex("thread", rule.id(), turn.story(), turn.article());
        ThreadState thread = ThreadState.begun(id, turn.story(), turn.now());
        for (Contribution contribution : turn.standing().affirming()) {
            thread = thread.joinedBy(contribution);
        }
        // What is there from the start cannot come later.
        var spent = new TreeSet<String>();
        if (isDoubled(rule, turn)) {
            spent.add(MORE_ORIGINS);
        }
        return ring(
                thread.standing(true, turn.standing().count()).escalatedBy(spent, 0),
                turn,
                Alert.Kind.NEW,
                Outcome.Reason.FIRST_ANSWER);
    }

    private static Outcome update(Rule rule, ThreadState after, Turn turn, Outcome.Reason reason) {
        Instant quietUntil = after.rung().plus(rule.watchlist().cooldown());
        return turn.now().isBefore(quietUntil)
                ? Outcome.silent(after, Outcome.Reason.COOLDOWN)
                : ring(after, turn, Alert.Kind.UPDATE, reason);
    }

    private static Outcome ring(
            ThreadState after, Turn turn, Alert.Kind kind, Outcome.Reason reason) {
        // A late telling must not shorten the quiet that an earlier ring began.
        Instant at = turn.now().isBefore(after.rung()) ? after.rung() : turn.now();
        return new Outcome(after.rungAt(at, turn.article(), turn.headline()), kind, reason);
    }

    private static Set<String> causes(Rule rule, ThreadState thread, Turn turn) {
        var causes = new TreeSet<String>();
        if (isDoubled(rule, turn)) {
            causes.add(MORE_ORIGINS);
        }
        if (turn.joins() && happened(thread, turn.contribution())) {
            causes.add(HAPPENED);
        }
        causes.removeAll(thread.spent());
        return causes;
    }

    private static boolean isDoubled(Rule rule, Turn turn) {
        return turn.standing().count() >= Math.max(2, 2 * rule.watchlist().origins());
    }

    /** An event occurred that the thread had heard of only as something that may come. */
    private static boolean happened(ThreadState thread, Contribution contribution) {
        return contribution.claims().stream()
                .filter(claim -> claim.endsWith(":OCCURRED") && !thread.claims().contains(claim))
                .map(claim -> claim.substring(0, claim.lastIndexOf(':') + 1))
                .anyMatch(
                        topic ->
                                TENTATIVE.stream()
                                        .anyMatch(mode -> thread.claims().contains(topic + mode)));
    }

    private static boolean isNewOrigin(ThreadState thread, Turn turn) {
        return turn.joins() && !thread.origins().contains(turn.contribution().origin());
    }

    /** A revision is held against what it revises, anything else against all of the thread. */
    private static boolean hasNewFact(ThreadState thread, Turn turn) {
        if (!turn.joins() || turn.kind() == Verdict.Kind.COPY) {
            return false;
        }
        var known = turn.revised() != null ? turn.revised().facts() : thread.facts();
        return !known.containsAll(turn.contribution().facts());
    }
}
