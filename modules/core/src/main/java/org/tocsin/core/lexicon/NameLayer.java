package org.tocsin.core.lexicon;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Words;

/** Names that came together, and the ids of those whose names among them count no longer. */
final class NameLayer {

    private final Spellings spellings = new Spellings();

    /** By the order of the script. */
    private final ScriptNames[] names;

    /** Null for what was added later: it was not learnt, and is written as it is written. */
    private final Sounds sounds;

    private final Set<String> hidden;

    private NameLayer(ScriptNames[] names, Sounds sounds, Set<String> hidden) {
        this.names = names;
        this.sounds = sounds;
        this.hidden = hidden;
    }

    /** The layer to be filled first, over which all others lie. */
    static NameLayer lowest(Alike alike) {
        return new NameLayer(none(alike), new Sounds(), Set.of());
    }

    static NameLayer over(Alike alike) {
        return new NameLayer(none(alike), null, Set.of());
    }

    private static ScriptNames[] none(Alike alike) {
        var spellings = new Spellings();
        return Arrays.stream(Script.values())
                .map(script -> new ScriptNames(script, spellings, alike))
                .toArray(ScriptNames[]::new);
    }

    /** The same without the names of these. */
    NameLayer without(Set<String> changed) {
        var all = new HashSet<>(hidden);
        all.addAll(changed);
        return new NameLayer(names, sounds, all);
    }

    void add(Name name, String spelling, boolean foreign) {
        for (Script script : spellings.scripts(spelling)) {
            if (script == Script.LATIN) {
                addNow(name, spelling, foreign);
            } else {
                of(script).add(name, spelling);
                if (sounds != null) {
                    spellings.listed(spelling).forEach(words -> learn(words, foreign));
                }
            }
        }
    }

    private void addNow(Name name, String spelling, boolean foreign) {
        for (List<String> words : spellings.of(spelling, name.kind())) {
            if (sounds != null) {
                learn(words, foreign);
                if (foreign && words.size() == 1 && name.isSurname()) {
                    sounds.learnSurname(words.get(0));
                }
            }
            of(Script.LATIN).add(words, name);
        }
    }

    private ScriptNames of(Script script) {
        return names[script.ordinal()];
    }

    private void learn(List<String> words, boolean foreign) {
        words.forEach(word -> sounds.learn(word, foreign));
    }

    NameIndex.Hit longest(Words words, int from, int end, long hash, Script script) {
        return of(script).longest(words, from, end, hash, sounds, hidden);
    }
}
