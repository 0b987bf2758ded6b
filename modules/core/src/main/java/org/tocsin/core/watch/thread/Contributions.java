package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.dedupe.Verdict;

/** Contributions in the order of their arrival, each item once. */
record Contributions(List<Contribution> list) {

    private static final int SHOWN = 12;

    Contributions {
        list = List.copyOf(list);
    }

    /** What the telling puts right, if it is a revision of something known. */
    Optional<Contribution> revisedBy(Teller teller) {
        return teller.kind() != Verdict.Kind.REVISION
                ? Optional.empty()
                : list.stream().filter(known -> known.isTellingOf(teller.of())).findFirst();
    }

    /** With {@code latest} at the end, in the place of {@code old} if that is not null. */
    Contributions with(Contribution latest, Contribution old) {
        var next = new ArrayList<>(list);
        next.removeIf(known -> known == old || known.article().equals(latest.article()));
        next.add(latest);
        return new Contributions(next);
    }

    /**
     * Without the evidence of all but the latest: each of them answered alone, alerts show the
     * latest, and a story of hundreds of articles is read and written with every one of them.
     */
    Contributions lightened() {
        int heavy = Math.max(0, list.size() - SHOWN);
        var next = new ArrayList<Contribution>();
        for (int i = 0; i < list.size(); i++) {
            Contribution one = list.get(i);
            next.add(i < heavy && one.showsAnything() ? one.withoutEvidence() : one);
        }
        return new Contributions(next);
    }
}
