package org.tocsin.core.watch.thread;

import java.util.Optional;
import org.tocsin.core.watch.Alert;

/**
 * What a telling did to a thread of a rule.
 *
 * @param thread null while it has not rung
 * @param rang what rang, null for nothing
 */
record Outcome(ThreadState thread, Alert.Kind rang, Reason reason) {

    /** Why it rang or did not. */
    enum Reason {
        FIRST_ANSWER("the question is answered with enough origins for the first time"),
        ANSWERED_AGAIN("the question is answered again after a correction"),
        NEW_ORIGIN("a new origin joined"),
        NEW_FACT("an actor, a number or a modality was added or changed"),
        MORE_ORIGINS(
                "origins, or what is told in the span of a rate, reached twice the number asked"),
        HAPPENED("what had only been announced, threatened, demanded or conditional occurred"),
        GROUND_LOST("a revision, a denial or a NOT left fewer origins than asked"),
        HELD_BACK("what a mute or quiet hours had held back rings as one"),
        COOLDOWN("an update within the cooldown is folded into the next alert"),
        MUTED("an analyst muted the thread, its story, its watchlist or the source"),
        QUIET_HOURS("the watchlist is quiet at this hour; it rings when that is over"),
        BUDGET("the watchlist has rung as often as it may in a day"),
        WATCHING("the watchlist is watching: what it would have rung goes to its ledger alone"),
        NOTHING_NEW("neither a new origin nor a new fact"),
        NO_SPIKE("it answers, but this is told of hardly more often than usual"),
        LEARNING("it has not listened for long enough to know what is usual"),
        TOO_FEW_ORIGINS("it answers, but fewer origins than asked do so"),
        NOT_ANSWERED("a clause that is asked does not hold, or one that must not hold does"),
        BACKLOG(
                "it was published well before its feed was first read: it neither rings nor counts"),
        REPEAT("the same item with the same content");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Outcome silent(ThreadState thread, Reason reason) {
        return new Outcome(thread, null, reason);
    }

    Optional<Alert.Kind> kind() {
        return Optional.ofNullable(rang);
    }
}
