package org.tocsin.bench.names;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/** Something that counts the names in a text. */
public interface Finder {

    int count(String text);

    /** The product's: all spellings of each name, the rules of where one may begin, its actors. */
    static Finder tocsin(Collection<Actor> actors) {
        NameIndex index = Lexicon.of(actors).index();
        return text -> {
            int count = 0;
            for (NameIndex.Hit hit : index.in(Words.of(text))) {
                count += hit == null ? 0 : 1;
            }
            return count;
        };
    }

    /** A map for each node, from folded word to node; names as they are listed. */
    static Finder hashMapTrie(Collection<Actor> actors) {
        var root = new Node();
        for (Actor actor : actors) {
            for (String name : actor.names()) {
                Words words = Words.of(name);
                Node node = root;
                for (int i = 0; i < words.size(); i++) {
                    node = node.next.computeIfAbsent(words.folded(i), word -> new Node());
                }
                node.actor = actor;
            }
        }
        return text -> count(root, Words.of(text));
    }

    private static int count(Node root, Words words) {
        int count = 0;
        for (int i = 0; i < words.size(); i++) {
            Actor found = null;
            Node node = root;
            for (int j = i; j < words.size(); j++) {
                node = node.next.get(words.folded(j));
                if (node == null) {
                    break;
                }
                found = node.actor == null ? found : node.actor;
            }
            count += found == null ? 0 : 1;
        }
        return count;
    }

    /** A node of {@link #hashMapTrie}. */
    final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private Actor actor;
    }

    /** All names as they are listed, anywhere in the folded text: also within words. */
    static Finder ahoCorasick(Collection<Actor> actors) {
        var names = new TreeMap<String, Actor>();
        actors.forEach(actor -> actor.names().forEach(name -> names.put(Fold.fold(name), actor)));
        var trie = new AhoCorasickDoubleArrayTrie<Actor>();
        trie.build(names);
        return text -> {
            int[] count = {0};
            AhoCorasickDoubleArrayTrie.IHit<Actor> hit = (begin, end, actor) -> count[0]++;
            trie.parseText(Fold.fold(text), hit);
            return count[0];
        };
    }
}
