package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;
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

    private final WordIds ids;
    private final Spellings spellings = new Spellings();
    private final Edges edges = new Edges();
    private final List<List<Name>> names = new ArrayList<>();

    NameIndex(WordIds ids) {
        this.ids = ids;
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
                long id = ids.of(word);
                int next = edges.get(node, id);
                if (next < 0) {
                    next = names.size();
                    names.add(List.of());
                    edges.put(node, id, next);
                }
                node = next;
            }
            addTo(node, name);
        }
    }

    private void addTo(int node, Name name) {
        List<Name> there = names.get(node);
        for (Name one : there) {
            if (one.actor() == name.actor()) {
                return;
            }
        }
        if (node == ROOT) {
            return;
        }
        if (there.isEmpty()) {
            names.set(node, List.of(name));
        } else {
            var more = new ArrayList<>(there);
            more.add(name);
            names.set(node, List.copyOf(more));
        }
    }

    /** The longest name that starts at that word, before {@code end}; null when there is none. */
    public Hit longest(Words words, int from, int end) {
        int node = ROOT;
        int best = -1;
        int length = 0;
        for (int i = from; i < end; i++) {
            node = edges.get(node, ids.of(words.folded(i)));
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

    /** Every name of these actors that names another one too, as they write it. */
    List<Lexicon.Ambiguity> ambiguous(Collection<Actor> actors) {
        var found = new TreeMap<String, Lexicon.Ambiguity>();
        for (Actor actor : actors) {
            for (List<String> written :
                    List.of(actor.names(), actor.seats(), actor.aliases(), actor.adjectives())) {
                for (String name : written) {
                    List<Actor> bearers =
                            exactly(Words.of(name)).stream().map(Name::actor).toList();
                    if (bearers.size() > 1) {
                        String folded = Fold.fold(name);
                        found.put(folded, new Lexicon.Ambiguity(folded, bearers));
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }
}
