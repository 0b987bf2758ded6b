package org.tocsin.stages.tag;

import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;

/** Tags by the lexicon as it is now; shared by the threads of an instance. */
final class LiveTagger {

    private record Made(Lexicon lexicon, Tagger tagger) {}

    private final LiveLexicon lexicon;
    private volatile Made made;

    LiveTagger(LiveLexicon lexicon) {
        this.lexicon = lexicon;
        this.made = new Made(lexicon.now(), new Tagger(lexicon.now()));
    }

    TaggedTelling tag(Telling telling) {
        Lexicon now = lexicon.now();
        Made known = made;
        if (known.lexicon() != now) {
            // Two threads may both make one: the same, at no cost worth a lock.
            known = new Made(now, known.tagger().with(now));
            made = known;
        }
        return known.tagger().tag(telling);
    }
}
