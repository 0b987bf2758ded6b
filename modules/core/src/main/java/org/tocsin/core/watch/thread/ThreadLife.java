package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.hush.Mutes;

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
        ThreadState joined = turn.joins() ? thread.joinedBy(List.of(turn.contribution())) : thread;
        boolean enough = turn.standing().isEnoughFor(rule);
        // Who asks for more origins, or for something else, has taken nobody's word back.
        boolean lost = thread.stands() && turn.standing().count() < thread.standing();
        boolean stands = enough || (thread.stands() && !lost);
        ThreadState after = joined.standing(stands, turn.standing().count());
        if (!enough) {
            boolean owed = lost || thread.holds(Alert.Kind.CORRECTED);
            return owed
                    ? ring(rule, after, turn, Alert.Kind.CORRECTED, Outcome.Reason.GROUND_LOST)
                    : Outcome.silent(after, Outcome.Reason.TOO_FEW_ORIGINS);
        }
        if (!thread.stands()) {
            return update(rule, after, turn, Outcome.Reason.ANSWERED_AGAIN);
        }
        Set<String> causes = causes(rule, thread, turn);
        if (!causes.isEmpty()) {
            boolean happened = causes.contains(HAPPENED);
            return ring(
                    rule,
                    after.escalatedBy(causes, 1),
                    turn,
                    Alert.Kind.ESCALATED,
                    happened ? Outcome.Reason.HAPPENED : Outcome.Reason.MORE_ORIGINS);
        }
        if (isNewOrigin(thread, turn)) {
            return update(rule, after, turn, Outcome.Reason.NEW_ORIGIN);
        }
        if (hasNewFact(thread, turn)) {
            return update(rule, after, turn, Outcome.Reason.NEW_FACT);
        }
        // Of what nobody was told, or of what grew more severe, any word is news.
        boolean owed = !thread.isTold() || thread.holds(Alert.Kind.ESCALATED);
        return owed && turn.joins()
                ? ring(rule, after, turn, Alert.Kind.UPDATE, Outcome.Reason.HELD_BACK)
                : Outcome.silent(after, Outcome.Reason.NOTHING_NEW);
    }

    /**
     * What was held back until now rings as one, by an article that need not belong to the thread;
     * with nothing rung where it must wait on.
     */
    static Outcome release(Rule rule, ThreadState thread, Teller teller, Mutes mutes) {
        Instant quiet = quietUntil(rule, teller);
        if (teller.isMuted(mutes, rule, thread)) {
            return Outcome.silent(thread.heldUntil(null), Outcome.Reason.MUTED);
        }
        if (quiet != null) {
            return Outcome.silent(thread.heldUntil(quiet), Outcome.Reason.QUIET_HOURS);
        }
        Alert.Kind kind = owed(thread);
        if (kind == null) {
            return Outcome.silent(thread.owingNothing(), Outcome.Reason.NOTHING_NEW);
        }
        Instant at = later(teller.at(), thread.rung());
        ThreadState rung = thread.rungAt(at, thread.articles().get(0), thread.headline());
        return new Outcome(rung, kind, Outcome.Reason.HELD_BACK);
    }

    private static Alert.Kind owed(ThreadState thread) {
        if (thread.stands()) {
            return told(thread, Alert.Kind.UPDATE);
        }
        return thread.isTold() && thread.holds(Alert.Kind.CORRECTED) ? Alert.Kind.CORRECTED : null;
    }

    private static Outcome first(Rule rule, Turn turn) {
        if (!turn.standing().isEnoughFor(rule)) {
            return Outcome.silent(null, Outcome.Reason.TOO_FEW_ORIGINS);
        }
        // A second life of a story after EXPIRED is another thread: the telling that begins it is
        // part of the name.
        boolean watching = rule.watchlist().isWatching();
        String id =
                ArticleId.hex(
                        watching ? "watching" : "thread", rule.id(), turn.story(), turn.article());
        ThreadState thread =
                ThreadState.begun(id, turn.story(), turn.now(), watching)
                        .joinedBy(turn.standing().affirming());
        // What is there from the start cannot come later.
        var spent = new TreeSet<String>();
        if (isDoubled(rule, turn)) {
            spent.add(MORE_ORIGINS);
        }
        return ring(
                rule,
                thread.standing(true, turn.standing().count()).escalatedBy(spent, 0),
                turn,
                Alert.Kind.NEW,
                Outcome.Reason.FIRST_ANSWER);
    }

    private static Outcome update(Rule rule, ThreadState after, Turn turn, Outcome.Reason reason) {
        Instant quietUntil = after.rung().plus(rule.watchlist().cooldown());
        return after.isTold() && turn.now().isBefore(quietUntil)
                ? Outcome.silent(after, Outcome.Reason.COOLDOWN)
                : ring(rule, after, turn, Alert.Kind.UPDATE, reason);
    }

    private static Outcome ring(
            Rule rule, ThreadState after, Turn turn, Alert.Kind kind, Outcome.Reason reason) {
        if (kind == Alert.Kind.CORRECTED && !after.isTold()) {
            return Outcome.silent(after.owingNothing(), reason);
        }
        if (turn.isMuted(rule, after)) {
            return Outcome.silent(after.holding(kind, turn, null), Outcome.Reason.MUTED);
        }
        Instant quiet = breaksQuiet(rule, after, kind) ? null : quietUntil(rule, turn.teller());
        if (quiet != null) {
            return Outcome.silent(after.holding(kind, turn, quiet), Outcome.Reason.QUIET_HOURS);
        }
        // A late telling must not shorten the quiet that an earlier ring began.
        Instant at = later(turn.now(), after.rung());
        return new Outcome(
                after.rungAt(at, turn.article(), turn.headline()), told(after, kind), reason);
    }

    private static boolean breaksQuiet(Rule rule, ThreadState after, Alert.Kind kind) {
        return kind == Alert.Kind.ESCALATED || after.severity(rule) == Severity.CRITICAL;
    }

    /** Null outside of quiet hours, and for what was fetched only after they had ended. */
    private static Instant quietUntil(Rule rule, Teller teller) {
        Instant end = rule.quiet() == null ? null : rule.quiet().endAfter(teller.at());
        return end != null && teller.fetched().isBefore(end) ? end : null;
    }

    /** The first that anybody hears of a thread is NEW, and an update also says what was held. */
    private static Alert.Kind told(ThreadState thread, Alert.Kind kind) {
        if (!thread.isTold()) {
            return Alert.Kind.NEW;
        }
        return kind == Alert.Kind.UPDATE && thread.holds(Alert.Kind.ESCALATED)
                ? Alert.Kind.ESCALATED
                : kind;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
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
        return turn.standing().isDoubledFor(rule);
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
