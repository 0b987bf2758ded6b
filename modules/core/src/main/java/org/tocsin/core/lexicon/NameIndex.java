package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Words;

/**
 * A trie over folded words: node and word lead to the next node by one probe of an open hash table,
 * so the cost of a text does not grow with the number of names.
 */
public final class NameIndex {

    /** The names found at a word, and how many words they take. */
    public record Hit(int words, List<Name> names) {}

    /** Whose names only cover words. */
    public static final Actor NOBODY = Actor.named("nobody", "nobody", ActorType.PLACE, List.of());

    private static final int ROOT = 0;

    private static final Comparator<List<String>> BY_WORDS =
            Comparator.comparing(words -> String.join(" ", words));

    private final Map<String, Integer> wordIds = new HashMap<>();
    private final Edges edges = new Edges();
    private final List<List<Name>> names = new ArrayList<>();

    /** The names of more than one actor, and where they end in the trie. */
    private final Map<List<String>, Integer> ends = new TreeMap<>(BY_WORDS);

    private final Spellings spellings;

    NameIndex(Spellings spellings) {
        this.spellings = spellings;
        names.add(List.of());
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
        for (List<String> words : spellings.of(spelling, kind)) {
            int node = ROOT;
            for (String word : words) {
                int id = wordIds.computeIfAbsent(word, w -> wordIds.size() + 1);
                int next = edges.get(node, id);
                if (next < 0) {
                    next = names.size();
                    names.add(List.of());
                    edges.put(node, id, next);
                }
                node = next;
            }
            addTo(node, name);
            if (names.get(node).size() > 1) {
                ends.put(words, node);
            }
        }
    }

    private void addTo(int node, Name name) {
        List<Name> there = names.get(node);
        if (node == ROOT || there.stream().anyMatch(n -> n.actor().equals(name.actor()))) {
            return;
        }
        var more = new ArrayList<>(there);
        more.add(name);
        names.set(node, List.copyOf(more));
    }

    /** The longest name that starts at that word, before {@code end}; null when there is none. */
    public Hit longest(Words words, int from, int end) {
        int node = ROOT;
        int best = -1;
        int length = 0;
        for (int i = from; i < end; i++) {
            Integer id = wordIds.get(words.folded(i));
            node = id == null ? -1 : edges.get(node, id);
            if (node < 0) {
                break;
            }
            if (!names.get(node).isEmpty()) {
                best = node;
                length = i - from + 1;
            }
        }
        return best < 0 ? null : new Hit(length, names.get(best));
    }

    /** The names that are these words and no others. */
    List<Name> exactly(Words words) {
        Hit hit = longest(words, 0, words.size());
        return hit != null && hit.words() == words.size() ? hit.names() : List.of();
    }

    /** Every name that names more than one actor. */
    List<Lexicon.Ambiguity> ambiguous() {
        var found = new ArrayList<Lexicon.Ambiguity>();
        for (Map.Entry<List<String>, Integer> end : ends.entrySet()) {
            List<Actor> actors = names.get(end.getValue()).stream().map(Name::actor).toList();
            if (actors.size() > 1) {
                found.add(new Lexicon.Ambiguity(String.join(" ", end.getKey()), actors));
            }
        }
        return List.copyOf(found);
    }
}
