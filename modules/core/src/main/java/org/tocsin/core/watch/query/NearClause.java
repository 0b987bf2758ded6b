package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code a NEAR/5 b}: both in one field, in any order, with at most that many words between. */
public record NearClause(Clause left, Clause right, int distance) implements Clause {

    @Override
    public String print() {
        return left.print() + " NEAR/" + distance + " " + right.print();
    }

    @Override
    public String key() {
        boolean ordered = left.key().compareTo(right.key()) <= 0;
        String first = ordered ? left.key() : right.key();
        String second = ordered ? right.key() : left.key();
        return "near:" + distance + ":(" + first + ")(" + second + ")";
    }

    @Override
    public List<Hit> hits(Reading reading) {
        List<Hit> rights = right.hits(reading);
        var hits = new ArrayList<Hit>();
        if (rights.isEmpty()) {
            return hits;
        }
        for (Hit one : left.hits(reading)) {
            Hit before = null;
            Hit after = null;
            for (Hit other : rights) {
                if (!other.field().equals(one.field())) {
                    continue;
                }
                // The nearest on either side: one of them lies in the same sentence if any does.
                if (other.end() <= one.start() && (before == null || other.end() > before.end())) {
                    before = other;
                } else if (other.start() >= one.end() && after == null) {
                    after = other;
                }
            }
            addIfNear(hits, reading, before, one);
            addIfNear(hits, reading, one, after);
        }
        return hits;
    }

    private void addIfNear(List<Hit> hits, Reading reading, Hit first, Hit second) {
        if (first == null || second == null) {
            return;
        }
        FieldText words = reading.field(first.field());
        int between = words.firstFrom(second.start()) - words.firstFrom(first.end());
        if (between <= distance) {
            hits.add(new Hit(first.field(), first.start(), second.end(), null));
        }
    }

    @Override
    public List<Need> needs() {
        return Stream.concat(left.needs().stream(), right.needs().stream()).distinct().toList();
    }

    @Override
    public boolean implies(Clause other) {
        return Clause.super.implies(other) || left.implies(other) || right.implies(other);
    }
}
