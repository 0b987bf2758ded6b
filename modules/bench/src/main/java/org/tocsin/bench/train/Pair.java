package org.tocsin.bench.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tocsin.bench.quality.Printed;
import org.tocsin.core.dedupe.Comparison;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Verdict;

/**
 * Two articles of which the later was compared with the other.
 *
 * @param happening of the later one
 * @param together both tell of it
 */
record Pair(String happening, boolean together, Comparison compared) {

    /** Of the pages that are no copies, in the order in which they were fetched. */
    static List<Pair> of(List<Printed> pages) {
        var deduper = new Deduper(new InMemoryArchive());
        var happenings = new HashMap<String, String>();
        var pairs = new ArrayList<Pair>();
        for (Printed page : pages) {
            String happening = page.story();
            List<Comparison> compared = deduper.compare(page.article());
            if (deduper.tell(page.article()).verdict().verdict() == Verdict.Kind.NEW) {
                for (Comparison one : compared) {
                    boolean together = happening.equals(happenings.get(one.other()));
                    pairs.add(new Pair(happening, together, one));
                }
            }
            happenings.put(page.article().id(), happening);
        }
        return pairs;
    }
}
