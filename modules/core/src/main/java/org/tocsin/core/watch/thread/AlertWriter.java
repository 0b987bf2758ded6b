package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Severity;

/** Puts an outcome into the words of an alert. */
final class AlertWriter {

    /** Spans an alert: of a thread of many articles the latest are shown. */
    private static final int MOST_SPANS = 60;

    private AlertWriter() {}

    static Alert write(
            Rule rule, Outcome outcome, Teller trigger, List<Contribution> contributions) {
        ThreadState thread = outcome.thread();
        return write(
                rule, thread, outcome.rang(), trigger, evidence(outcome, trigger, contributions));
    }

    /** The last word on a thread, rung by an article that need not belong to it. */
    static Alert expired(
            Rule rule, ThreadState thread, Teller trigger, List<Contribution> contributions) {
        ThreadState last = thread.ended();
        return write(rule, last, Alert.Kind.EXPIRED, trigger, evidenceOf(thread, contributions));
    }

    /**
     * What a budget held back on a day that is over, rung by the article that says so. All digests
     * of a watchlist are one thread; its articles are those that would have rung.
     */
    static Alert digest(Rule rule, BudgetState state, Teller trigger) {
        String thread = ArticleId.hex("digest", rule.id());
        int seq = state.digests() + 1;
        List<BudgetState.Held> named = state.named();
        List<String> articles = named.stream().map(BudgetState.Held::trigger).distinct().toList();
        String headline = DigestHeadline.of(rule.watchlist(), state);
        return new Alert(
                ArticleId.hex(
                        thread,
                        Integer.toString(seq),
                        Integer.toString(rule.watchlist().version()),
                        trigger.article(),
                        trigger.fetched().toString(),
                        String.join("\n", articles),
                        headline),
                thread,
                seq,
                rule.id(),
                rule.watchlist().version(),
                seq == 1 ? Alert.Kind.NEW : Alert.Kind.UPDATE,
                rule.watchlist().severity(),
                trigger.fetched(),
                trigger.article(),
                "",
                articles,
                0,
                headline,
                named.stream().map(BudgetState.Held::evidence).filter(Objects::nonNull).toList());
    }

    private static Alert write(
            Rule rule,
            ThreadState thread,
            Alert.Kind kind,
            Teller trigger,
            List<Evidence> evidence) {
        Severity severity = thread.severity(rule);
        String said =
                ArticleId.hex(
                        thread.id(),
                        Integer.toString(thread.seq()),
                        rule.id(),
                        Integer.toString(rule.watchlist().version()),
                        kind.name(),
                        severity.id(),
                        trigger.article(),
                        trigger.fetched().toString(),
                        Integer.toString(thread.standing()),
                        String.join("\n", thread.articles()),
                        thread.headline(),
                        Json.line(evidence));
        return new Alert(
                said,
                thread.id(),
                thread.seq(),
                rule.id(),
                rule.watchlist().version(),
                kind,
                severity,
                trigger.fetched(),
                trigger.article(),
                thread.story(),
                thread.articles(),
                thread.standing(),
                thread.headline(),
                evidence);
    }

    /** A correction also shows the words that made it. */
    private static List<Evidence> evidence(
            Outcome outcome, Teller trigger, List<Contribution> contributions) {
        List<Evidence> standing = evidenceOf(outcome.thread(), contributions);
        if (outcome.rang() != Alert.Kind.CORRECTED) {
            return standing;
        }
        var all = new ArrayList<>(standing);
        for (Contribution contribution : contributions) {
            if (contribution.article().equals(trigger.article())) {
                all.addAll(contribution.against());
            }
        }
        return all;
    }

    /** By article in the order in which they joined. */
    private static List<Evidence> evidenceOf(ThreadState thread, List<Contribution> contributions) {
        var articles = new HashSet<>(thread.articles());
        var chosen = new ArrayList<Evidence>();
        for (int i = contributions.size() - 1; i >= 0; i--) {
            Contribution contribution = contributions.get(i);
            boolean fits = chosen.size() + contribution.evidence().size() <= MOST_SPANS;
            if (articles.contains(contribution.article()) && (fits || chosen.isEmpty())) {
                chosen.addAll(0, contribution.evidence());
            }
        }
        return chosen;
    }
}
