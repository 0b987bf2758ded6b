package org.tocsin.core.lexicon;

import org.tocsin.core.text.Fold;

/** Words of the languages that we read which are nobody's name, folded. Immutable. */
public final class CommonWords {

    private final WordTable words = new WordTable();

    private CommonWords() {}

    public static CommonWords shipped() {
        var common = new CommonWords();
        for (String line : LexiconFiles.lines("common-words.tsv")) {
            for (String word : line.substring(line.indexOf('\t') + 1).split(" ")) {
                common.words.add(Fold.fold(word));
            }
        }
        return common;
    }

    public boolean contains(String folded) {
        return words.of(folded) != WordTable.NONE;
    }

    /** All of them in a table of the caller's own. */
    WordTable table() {
        return words.copy();
    }
}
