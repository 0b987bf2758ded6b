package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Match;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.rate.Pace;

/**
 * Why an article rang a rule or did not.
 *
 * @param explain the watchlist; the name of this field tells the line from an alert's
 * @param rang the alert's kind, null when none rang
 * @param reason a word of {@link Outcome.Reason}, {@code because} the same in a sentence
 * @param failed the clauses that stand against it in this article: asked and not there, or there
 *     and not wanted; of a sentence rule in the sentence that comes nearest
 * @param missing how near it was: the fewest clauses that would have to be otherwise for this
 *     article to answer
 * @param rate how often it is told of, null where that is not asked
 * @param origins how many origins stand now, {@code asked} how many are needed
 */
public record Explanation(
        String explain,
        int rule,
        String article,
        String story,
        Alert.Kind rang,
        String reason,
        String because,
        String within,
        boolean answers,
        int origins,
        int asked,
        List<String> failed,
        int missing,
        List<ClauseTruth> clauses,
        List<Evidence> evidence,
        Pace rate) {

    /** A row of the truth table. */
    public record ClauseTruth(String clause, boolean wanted, boolean holds) {}

    static Explanation of(
            Rule rule, TaggedTelling tagged, Reading reading, StoryWatcher.Seen seen) {
        Match match = rule.match(reading);
        Outcome.Reason reason = reason(rule, tagged, seen);
        var table = new ArrayList<ClauseTruth>();
        var failed = new ArrayList<String>();
        for (int i = 0; i < rule.clauses().size(); i++) {
            String clause = rule.clauses().get(i).print();
            boolean holds = match.clauses().get(i);
            table.add(new ClauseTruth(clause, rule.asksFor(i), holds));
            if (!match.answers() && holds != rule.asksFor(i)) {
                failed.add(clause);
            }
        }
        return new Explanation(
                rule.id(),
                rule.watchlist().version(),
                tagged.telling().article().id(),
                tagged.telling().verdict().story(),
                seen == null || rule.watchlist().isWatching() ? null : seen.outcome().rang(),
                reason.name(),
                reason.words(),
                rule.watchlist().within(),
                match.answers(),
                seen == null ? 0 : seen.standing().count(),
                rule.watchlist().origins(),
                failed,
                match.answers() ? 0 : rule.missing(match.clauses()),
                table,
                match.evidence(),
                seen == null ? null : seen.standing().pace());
    }

    private static Outcome.Reason reason(Rule rule, TaggedTelling tagged, StoryWatcher.Seen seen) {
        if (tagged.telling().verdict().verdict() == Verdict.Kind.REPEAT) {
            return Outcome.Reason.REPEAT;
        }
        if (seen == null) {
            return Outcome.Reason.NOT_ANSWERED;
        }
        boolean silent = seen.outcome().rang() == null;
        if (!silent && rule.watchlist().isWatching()) {
            return Outcome.Reason.WATCHING;
        }
        if (silent && !seen.contribution().affirms()) {
            return Outcome.Reason.NOT_ANSWERED;
        }
        if (silent && !seen.contribution().counts()) {
            return Outcome.Reason.BACKLOG;
        }
        boolean open = !rule.scope().isOneArticle() && seen.standing().count() == 0;
        return silent && open ? Outcome.Reason.NOT_ANSWERED : seen.outcome().reason();
    }
}
