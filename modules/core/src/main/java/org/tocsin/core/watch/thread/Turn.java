package org.tocsin.core.watch.thread;

import java.time.Instant;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.hush.Mutes;

/**
 * One telling and how the rule stands after it.
 *
 * @param revised what the telling revises, null unless it is a revision of something known
 * @param joins whether it becomes part of the thread's answer
 */
record Turn(
        Teller teller,
        Contribution contribution,
        Contribution revised,
        boolean joins,
        Standing standing,
        Mutes mutes) {

    /** Whether an analyst does not want to hear now what this would ring in that thread. */
    boolean isMuted(Rule rule, ThreadState thread) {
        return teller.isMuted(mutes, rule, thread);
    }

    String article() {
        return teller.article();
    }

    String story() {
        return teller.story();
    }

    Instant now() {
        return teller.at();
    }

    Verdict.Kind kind() {
        return teller.kind();
    }

    String headline() {
        return teller.headline();
    }
}
