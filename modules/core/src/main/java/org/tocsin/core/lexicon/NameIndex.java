package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Words;

/**
 * The names of a lexicon by their words; the cost of a text does not grow with their number.
 *
 * <p>Layers of changes lie over the names built first, each hiding what the layers below say of the
 * actors that it changes: a change costs no more than itself.
 */
public final class NameIndex {

    /** The names found at a word, and how many words they take. */
    public record Hit(int words, List<Name> names) {}

    /** Whose names only cover words. */
    public static final Actor NOBODY = Actor.named("nobody", "nobody", ActorType.PLACE, List.of());

    /** Names, and the ids of those whose names in it count no longer. */
    private record Layer(NameTrie trie, Set<String> hidden) {}

    private static final Set<String> OTHER_SCRIPTS =
            Set.copyOf(LexiconFiles.lines("states-of-other-scripts.txt"));

    private final WordIds ids;
    private final Spellings spellings = new Spellings();
    private final NameTrie top = new NameTrie();

    /** The highest first. */
    private final List<Layer> layers;

    NameIndex(WordIds ids) {
        this(ids, List.of(), Set.of());
    }

    private NameIndex(WordIds ids, List<Layer> below, Set<String> changed) {
        this.ids = ids;
        var all = new ArrayList<Layer>();
        all.add(new Layer(top, Set.of()));
        for (Layer layer : below) {
            var hidden = new HashSet<>(layer.hidden());
            hidden.addAll(changed);
            all.add(new Layer(layer.trie(), hidden));
        }
        layers = List.copyOf(all);
    }

    /**
     * An index that says of these actors only what is added to it, of all others what this does.
     */
    NameIndex over(Set<String> changed) {
        return new NameIndex(ids, layers, changed);
    }

    void add(Actor actor) {
        actor.names().forEach(name -> add(actor, NameKind.FULL, name));
        actor.seats().forEach(name -> add(actor, NameKind.SEAT, name));
        actor.aliases().forEach(name -> add(actor, NameKind.ALIAS, name));
        actor.adjectives().forEach(name -> add(actor, NameKind.ADJECTIVE, name));
    }

    /** A name that names nobody, yet keeps its words from naming somebody ("Bank of Georgia"). */
    void cover(String name) {
        add(NOBODY, NameKind.FULL, name);
    }

    private void add(Actor actor, NameKind kind, String spelling) {
        Name name = Name.of(actor, kind, spelling);
        boolean learns = layers.size() == 1;
        boolean foreign = learns && isForeign(actor);
        for (List<String> words : spellings.of(spelling, kind)) {
            long[] hashes = new long[words.size()];
            for (int i = 0; i < hashes.length; i++) {
                if (learns) {
                    ids.learn(words.get(i), foreign);
                }
                hashes[i] = ids.of(words.get(i));
            }
            top.add(hashes, name);
        }
    }

    /** Whether its names are written in another script at home; a body's are often translated. */
    private static boolean isForeign(Actor actor) {
        return actor.type() != ActorType.ORGANISATION
                && actor.type() != ActorType.COUNTRY
                && OTHER_SCRIPTS.contains(String.valueOf(actor.country()));
    }

    /** The longest name that starts at that word, before {@code end}; null when there is none. */
    public Hit longest(Words words, int from, int end) {
        Hit best = longest(layers.get(0), words, from, end);
        for (int i = 1; i < layers.size(); i++) {
            best = better(best, longest(layers.get(i), words, from, end));
        }
        return best;
    }

    private Hit longest(Layer layer, Words words, int from, int end) {
        // What was added later was not learnt: it is written as it is written.
        boolean learnt = layer == layers.get(layers.size() - 1);
        int node = 0;
        int length = 0;
        List<Name> best = List.of();
        for (int i = from; i < end; i++) {
            String word = words.folded(i);
            long id = learnt && words.isCapital(i) ? ids.ofCapital(word) : ids.of(word);
            node = layer.trie().next(node, id);
            if (node < 0) {
                break;
            }
            List<Name> here = layer.trie().at(node, layer.hidden());
            // One word alone is too little: Malaga is no spelling of Maliki.
            boolean alone = i == from && id != ids.of(word);
            if (!here.isEmpty() && !alone) {
                best = here;
                length = i - from + 1;
            }
        }
        return length == 0 ? null : new Hit(length, best);
    }

    private static Hit better(Hit above, Hit below) {
        if (above == null || below == null) {
            return above == null ? below : above;
        }
        if (above.words() != below.words()) {
            return above.words() > below.words() ? above : below;
        }
        var both = new ArrayList<>(above.names());
        both.addAll(below.names());
        return new Hit(above.words(), List.copyOf(both));
    }

    /** The names that are these words and no others. */
    List<Name> exactly(Words words) {
        Hit hit = longest(words, 0, words.size());
        return hit != null && hit.words() == words.size() ? hit.names() : List.of();
    }
}
