package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Names by their words: from node and word to node by one probe of an open hash table. */
final class NameTrie {

    private static final int ROOT = 0;

    private final Edges edges = new Edges();
    private final List<List<Name>> names = new ArrayList<>();

    NameTrie() {
        names.add(List.of());
    }

    void add(long[] words, Name name) {
        int node = ROOT;
        for (long word : words) {
            int next = edges.get(node, word);
            if (next < 0) {
                next = names.size();
                names.add(List.of());
                edges.put(node, word, next);
            }
            node = next;
        }
        if (node != ROOT) {
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
        if (there.isEmpty()) {
            names.set(node, List.of(name));
        } else {
            var more = new ArrayList<>(there);
            more.add(name);
            names.set(node, List.copyOf(more));
        }
    }

    /** The node that the word leads to from that node, -1 where no name goes on so. */
    int next(int node, long word) {
        return edges.get(node, word);
    }

    /** The names that end there, without those of these actors. */
    List<Name> at(int node, Set<String> hidden) {
        List<Name> there = names.get(node);
        if (hidden.isEmpty() || there.isEmpty()) {
            return there;
        }
        return there.stream().filter(name -> !hidden.contains(name.actor().id())).toList();
    }
}
