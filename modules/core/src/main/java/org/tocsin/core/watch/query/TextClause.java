package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** Words as they are written: whole, without case and accents, without stemming. */
public sealed interface TextClause extends Clause
        permits WordClause, PrefixClause, PhraseClause, ProximityClause {

    /** Where a field answers, in order. */
    List<Hit> in(FieldText field);

    @Override
    default List<Hit> hits(Reading reading) {
        var hits = new ArrayList<>(in(reading.title()));
        hits.addAll(in(reading.text()));
        return hits;
    }
}
