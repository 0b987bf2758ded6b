package org.tocsin.core.watch.thread;

import java.util.List;

/**
 * What one rule has heard in one story. Of a rule over a span of time only the fact is kept that
 * the story has contributed, so that its revisions and denials find the rule.
 *
 * @param question see {@code Rule.question}: a rule that asks something else begins to listen anew
 * @param thread null while it has not rung
 */
public record Track(
        String watchlist,
        String story,
        String question,
        List<Contribution> contributions,
        ThreadState thread) {

    public Track {
        contributions = List.copyOf(contributions);
    }

    static Track empty(String watchlist, String story, String question) {
        return new Track(watchlist, story, question, List.of(), null);
    }

    Track with(ThreadState next) {
        return new Track(watchlist, story, question, contributions, next);
    }
}
