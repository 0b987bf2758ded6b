package org.tocsin.core.watch.thread;

import java.time.Instant;
import org.tocsin.core.dedupe.Verdict;

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
        Standing standing) {

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
