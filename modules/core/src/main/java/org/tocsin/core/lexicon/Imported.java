package org.tocsin.core.lexicon;

import java.util.List;

/** What a file of actors gave: entries, and the lines that could not be read. */
public record Imported(List<LexiconEntry> entries, List<Refusal> refusals) {

    public Imported {
        entries = List.copyOf(entries);
        refusals = List.copyOf(refusals);
    }
}
