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
        int word = number(text, from, hash, sounds);
        int node = trie.first(word);
        if (node == NameTrie.NONE) {
            return null;
        }
        List<Name> best = null;
        int length = 0;
        // One word alone is too little: Malaga is no spelling of Maliki.
        boolean alone = sounds != null && word != countsAs(words.of(text, from, hash));
        for (int i = from + 1; ; i++) {
            List<Name> here = alone ? null : trie.at(node, hidden);
            if (here != null) {
                best = here;
                length = i - from;
            }
            alone = false;
            node = i < end ? trie.next(node, number(text, i, text.hash(i), sounds)) : NameTrie.NONE;
            if (node == NameTrie.NONE) {
                return best == null ? null : new NameIndex.Hit(length, best);
            }
        }
    }

    private int number(Words text, int word, long hash, Sounds sounds) {
        if (sounds != null && text.isCapital(word)) {
            String like = sounds.like(text, word, hash);
            if (like != null) {
                return countsAs(words.of(like));
            }
        }
        return countsAs(words.of(text, word, hash));
    }
}
