package org.tocsin.core.tag;

import org.tocsin.core.lexicon.NameIndex;

/**
 * The longest name of the lexicon that starts at each word of a field, its words not parted by a
 * comma, a bracket or a line. Looked up once, since a word is asked for by several rules.
 */
final class NameHits {

    final Reading reading;
    private final NameIndex.Hit[] hits;

    /** The article is in another language than English. */
    final boolean abroad;

    final boolean turkish;
    final boolean japanese;

    /** The two letters of its code; null where it is unknown. */
    final String language;

    /** {@code language} is null where it is unknown. */
    NameHits(Reading reading, NameIndex index, String language) {
        this.reading = reading;
        this.language = language == null || language.length() < 2 ? null : language.substring(0, 2);
        abroad = language != null && !language.startsWith("en");
        japanese = language != null && language.startsWith("ja");
        turkish = language != null && language.startsWith("tr");
        hits = index.in(reading.words);
    }

    int size() {
        return hits.length;
    }

    /** Null where no name starts. */
    NameIndex.Hit at(int word) {
        return hits[word];
    }

    /** The longest name that starts there and ends before {@code end}; null where there is none. */
    NameIndex.Hit at(int word, int end) {
        NameIndex.Hit hit = hits[word];
        return hit == null || word + hit.words() <= end ? hit : null;
    }
}
