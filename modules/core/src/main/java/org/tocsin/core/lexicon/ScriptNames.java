package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.core.text.Words;

/**
 * The names of which the first word is of one script. Their spellings are made when a text first
 * asks: of the cases of Cyrillic names and the prefixes of Arabic ones most processes need none.
 */
final class ScriptNames {

    private record Pending(Name name, String spelling) {}

    /** What a word sounds like is in no name of this script. */
    private static final int NOWHERE = -2;

    private final Script script;
    private final Spellings spellings;
    private final WordTable words = new WordTable();
    private final NameTrie trie = new NameTrie();

    /** By a word's number, that of the word that it counts as, and one more; 0 for itself. */
    private final int[] alike;

    /** Null once they are in the trie. */
    private volatile List<Pending> pending = new ArrayList<>();

    ScriptNames(Script script, Spellings spellings, Alike same) {
        this.script = script;
        this.spellings = spellings;
        var pairs = new ArrayList<int[]>();
        same.forEach((word, its) -> pairs.add(new int[] {words.add(word), words.add(its)}));
        alike = new int[words.size()];
        pairs.forEach(pair -> alike[pair[0]] = pair[1] + 1);
    }

    /** Keeps a name for later. */
    void add(Name name, String spelling) {
        pending.add(new Pending(name, spelling));
    }

    void add(List<String> spelling, Name name) {
        if (Script.of(spelling.get(0)) == script) {
            int[] numbers = new int[spelling.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = countsAs(words.add(spelling.get(i)));
            }
            trie.add(numbers, name);
        }
    }

    private int countsAs(int word) {
        return word >= 0 && word < alike.length && alike[word] > 0 ? alike[word] - 1 : word;
    }

    private void settle() {
        if (pending != null) {
            makeSpellings();
        }
    }

    private synchronized void makeSpellings() {
        if (pending != null) {
            for (Pending one : pending) {
                spellings
                        .of(one.spelling(), one.name().kind())
                        .forEach(spelling -> add(spelling, one.name()));
            }
            pending = null;
        }
    }

    /**
     * The longest name that starts at that word, before {@code end}; null when there is none.
     *
     * @param hash of that word
     * @param sounds null where words are only what they are
     * @param hidden the ids of those whose names do not count
     */
    NameIndex.Hit longest(
            Words text, int from, int end, long hash, Sounds sounds, Set<String> hidden) {
        settle();
        int own = words.of(text, from, hash);
        int word = countsAs(own);
        int like = soundsLike(text, from, hash, own, sounds);
        int node = trie.first(like == WordTable.NONE ? word : like);
        boolean alone = like != WordTable.NONE && like != word;
        if (node == NameTrie.NONE) {
            return alone ? surname(text, from, sounds, hidden) : null;
        }
        // One word alone is too little: Malaga is no spelling of Maliki.
        List<Name> best = alone ? null : trie.at(node, hidden);
        int length = 1;
        for (int i = from + 1; i < end && trie.goesOn(node); i++) {
            node = trie.next(node, number(text, i, sounds));
            List<Name> here = trie.at(node, hidden);
            if (here != null) {
                best = here;
                length = i + 1 - from;
            }
        }
        if (best == null) {
            return alone ? surname(text, from, sounds, hidden) : null;
        }
        return new NameIndex.Hit(length, best);
    }

    /** Ruhani for Rouhani: of known surnames, spellings with like vowels. */
    private NameIndex.Hit surname(Words text, int word, Sounds sounds, Set<String> hidden) {
        String surname = sounds.surname(text.folded(word));
        int node = surname == null ? NameTrie.NONE : trie.first(countsAs(words.of(surname)));
        List<Name> all = node == NameTrie.NONE ? null : trie.at(node, hidden);
        if (all == null) {
            return null;
        }
        List<Name> people = all.stream().filter(Name::isSurname).toList();
        return people.isEmpty() ? null : new NameIndex.Hit(1, people);
    }

    private int number(Words text, int word, Sounds sounds) {
        long hash = text.hash(word);
        int own = words.of(text, word, hash);
        int like = soundsLike(text, word, hash, own, sounds);
        return like == WordTable.NONE ? countsAs(own) : like;
    }

    /** The number of the word of a name that an unknown capitalised word may be a spelling of. */
    private int soundsLike(Words text, int word, long hash, int own, Sounds sounds) {
        // A word of some name is itself, and so is in no need of being heard.
        if (sounds == null || own != WordTable.NONE || !text.isCapital(word)) {
            return WordTable.NONE;
        }
        String like = sounds.like(text, word, hash);
        if (like == null) {
            return WordTable.NONE;
        }
        int heard = words.of(like);
        return heard == WordTable.NONE ? NOWHERE : countsAs(heard);
    }
}
