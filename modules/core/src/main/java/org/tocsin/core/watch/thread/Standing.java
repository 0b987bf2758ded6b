package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.rate.Pace;

/**
 * How a rule stands over some contributions.
 *
 * @param origins the origins whose own telling answers, none where the whole does not hold
 * @param affirming the contributions that answer, count and are not denied, in order
 * @param pace how often it is told of; null unless the rule asks for a rate
 */
record Standing(Set<String> origins, List<Contribution> affirming, Pace pace) {

    static final Standing NONE = new Standing(Set.of(), List.of());

    Standing(Set<String> origins, List<Contribution> affirming) {
        this(origins, affirming, null);
    }

    Standing at(Pace now) {
        return new Standing(origins, affirming, now);
    }

    int count() {
        return origins.size();
    }

    boolean isEnoughFor(Rule rule) {
        boolean enough = count() >= rule.watchlist().origins();
        return enough && (pace == null || pace.isReached());
    }

    /** Whether it is twice what was asked. */
    boolean isDoubledFor(Rule rule) {
        return pace == null
                ? count() >= Math.max(2, 2 * rule.watchlist().origins())
                : pace.isDoubled();
    }

    /**
     * Goes through them in the order of arrival. A denial takes the denied clause from its own
     * origin, or from the last other origin that had affirmed it: one word against another. Nobody
     * denies twice with effect unless somebody has affirmed in between.
     */
    static Standing of(Rule rule, List<Contribution> contributions) {
        var heard = new ArrayList<Heard>();
        var deniers = new HashSet<String>();
        for (Contribution contribution : contributions) {
            if (!contribution.counts()) {
                continue;
            }
            if (!contribution.denied().isEmpty() && deniers.add(contribution.origin())) {
                deny(rule, heard, contribution);
            }
            if (contribution.affirms() && !contribution.claims().isEmpty()) {
                deniers.clear();
            }
            heard.add(new Heard(contribution));
        }
        return rule.scope().isOneArticle() ? ofEach(heard) : ofAll(rule, heard);
    }

    private static Standing ofEach(List<Heard> heard) {
        var origins = new LinkedHashSet<String>();
        var affirming = new ArrayList<Contribution>();
        for (Heard one : heard) {
            if (one.contribution.affirms() && !one.denied) {
                affirming.add(one.contribution);
                origins.add(one.contribution.origin());
            }
        }
        return new Standing(origins, affirming);
    }

    private static Standing ofAll(Rule rule, List<Heard> heard) {
        var truth = new BitSet();
        heard.forEach(one -> truth.or(one.truth));
        Standing each = ofEach(heard);
        boolean whole = rule.steps() > 1 ? answersInOrder(rule, heard) : rule.holds(truth);
        return whole ? each : new Standing(Set.of(), each.affirming());
    }

    /** Each step by a telling later than that of the step before: the earliest will do. */
    private static boolean answersInOrder(Rule rule, List<Heard> heard) {
        Instant after = Instant.MIN;
        for (int step = 0; step < rule.steps(); step++) {
            Instant earliest = null;
            for (Heard one : heard) {
                Instant at = one.contribution.at();
                boolean isEarlier = earliest == null || at.isBefore(earliest);
                if (at.isAfter(after) && isEarlier && rule.holds(step, one.truth)) {
                    earliest = at;
                }
            }
            if (earliest == null) {
                return false;
            }
            after = earliest;
        }
        return true;
    }

    private static void deny(Rule rule, List<Heard> heard, Contribution denial) {
        var denied = new BitSet();
        denial.denied().forEach(denied::set);
        String target = null;
        for (Heard one : heard) {
            boolean isOwn = one.contribution.origin().equals(denial.origin());
            if (isOwn && one.isOpenTo(denial, denied)) {
                target = denial.origin();
                break;
            }
        }
        for (int i = heard.size() - 1; i >= 0 && target == null; i--) {
            Heard one = heard.get(i);
            target = one.isOpenTo(denial, denied) ? one.contribution.origin() : null;
        }
        for (Heard one : heard) {
            if (one.contribution.origin().equals(target) && one.isOpenTo(denial, denied)) {
                one.truth.andNot(denied);
                // Who also tells of something else that was asked answers by that.
                one.denied = !rule.holds(one.truth);
            }
        }
    }

    /** A contribution and what later denials left of it. */
    private static final class Heard {
        final Contribution contribution;
        final BitSet truth;
        boolean denied;

        Heard(Contribution contribution) {
            this.contribution = contribution;
            this.truth = contribution.truth();
        }

        boolean isOpenTo(Contribution denial, BitSet denied) {
            return contribution.affirms()
                    && truth.intersects(denied)
                    && contribution.tellsOfWhatIsDeniedBy(denial);
        }
    }
}
