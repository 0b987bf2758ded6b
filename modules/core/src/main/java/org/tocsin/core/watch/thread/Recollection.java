package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of all that a rule has heard, so that one that almost everything answers costs
 * no more than others and its state fits into a record. What says the same as many others goes
 * first: of the tellings that hold the same clauses those of an origin that said it again, then the
 * oldest. So what is rare stays, however much is heard beside it.
 */
final class Recollection {

    /** Contributions in all. */
    static final int MOST = 300;

    /** So many more are heard before it is looked again what may go, since looking is dear. */
    static final int MORE = 20;

    /** Of those that hold the same clauses, so many of the latest show their evidence. */
    private static final int SHOWN = 40;

    /** What makes two tellings the same to a rule, but for who tells it and when. */
    private record Saying(List<Integer> clauses, List<Integer> denied, boolean counts) {

        static Saying of(Contribution contribution) {
            return new Saying(contribution.clauses(), contribution.denied(), contribution.counts());
        }
    }

    private Recollection() {}

    /** These in the same order, without those that go. */
    static List<Contribution> of(List<Contribution> heard) {
        if (heard.size() <= SHOWN || heard.size() % MORE != 0) {
            return heard;
        }
        var kept = new ArrayList<>(heard);
        while (kept.size() > MOST) {
            kept.remove(leastMissed(kept));
        }
        return lightened(kept);
    }

    private static int leastMissed(List<Contribution> kept) {
        Saying common = mostCommon(kept);
        var told = new HashSet<String>();
        int first = kept.size() - 1;
        int again = -1;
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (Saying.of(kept.get(i)).equals(common)) {
                first = i;
                again = told.add(kept.get(i).origin()) ? again : i;
            }
        }
        return again >= 0 ? again : first;
    }

    private static Saying mostCommon(List<Contribution> kept) {
        Map<Saying, Integer> counts = new HashMap<>();
        Saying most = null;
        for (Contribution one : kept) {
            int count = counts.merge(Saying.of(one), 1, Integer::sum);
            most = most == null || count > counts.get(most) ? Saying.of(one) : most;
        }
        return most;
    }

    private static List<Contribution> lightened(List<Contribution> kept) {
        Map<Saying, Integer> shown = new HashMap<>();
        for (int i = kept.size() - 1; i >= 0; i--) {
            Contribution one = kept.get(i);
            if (shown.merge(Saying.of(one), 1, Integer::sum) > SHOWN && one.showsAnything()) {
                kept.set(i, one.withoutEvidence());
            }
        }
        return kept;
    }
}
