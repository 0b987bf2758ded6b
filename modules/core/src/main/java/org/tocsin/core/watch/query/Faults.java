package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a rule, gathered while it is read.
 *
 * <p>A name that nobody bears, or a value that there is not, leaves the shape of the rule as it is:
 * reading goes on with a stand-in, so that an analyst hears of every such fault at once. At a fault
 * of shape reading ends, since what follows it could only be guessed.
 */
final class Faults {

    /** Each is looked up for what may have been meant; whoever made more has another problem. */
    private static final int MOST = 20;

    private final List<BadQuery> found = new ArrayList<>();

    /** Notes a fault behind which reading can go on. */
    void note(BadQuery fault) throws BadQuery {
        if (found.size() == MOST) {
            throw fault;
        }
        found.add(fault);
    }

    /** Notes the fault that ended the reading. */
    void end(BadQuery fault) {
        found.add(fault);
    }

    void refuse() throws BadQuery {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparingInt(BadQuery::offset));
            throw new BadQuery(found);
        }
    }
}
