package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Names by the numbers of their words. A first word leads to its node by an array; from node and
 * further word to node leads an open hash table with linear probing, at most half full, in which
 * both stand whole.
 */
final class NameTrie {

    /** Where no name goes on. */
    static final int NONE = 0;

    /** Node, word and next node of an edge. */
    private static final int WIDTH = 3;

    private int[] first = new int[128];
    private int[] edges = new int[WIDTH * 256];
    private int size;

    /** The nodes that some edge leaves: most names are read to their end without a look further. */
    private final BitSet goingOn = new BitSet();

    private final List<List<Name>> names = new ArrayList<>();

    NameTrie() {
        names.add(null);
    }

    void add(int[] words, Name name) {
        int node = NONE;
        for (int i = 0; i < words.length; i++) {
            node = i == 0 ? opened(words[0]) : followed(node, words[i]);
        }
        if (node != NONE) {
            addTo(node, name);
        }
    }

    private int opened(int word) {
        if (word >= first.length) {
            first = Arrays.copyOf(first, Math.max(word + 1, first.length * 2));
        }
        if (first[word] == NONE) {
            first[word] = newNode();
        }
        return first[word];
    }

    private int followed(int node, int word) {
        int next = next(node, word);
        if (next == NONE) {
            next = newNode();
            if (++size * 2 * WIDTH > edges.length) {
                grow();
            }
            insert(node, word, next);
            goingOn.set(node);
        }
        return next;
    }

    private int newNode() {
        names.add(null);
        return names.size() - 1;
    }

    private void addTo(int node, Name name) {
        List<Name> there = names.get(node);
        if (there == null) {
            names.set(node, List.of(name));
            return;
        }
        var more = new ArrayList<>(there);
        for (int i = 0; i < more.size(); i++) {
            Name one = more.get(i);
            if (one.actor() == name.actor()) {
                // NATO is listed as Nato too: then it need not be written in capitals alone.
                if (one.acronym() && !name.acronym()) {
                    more.set(i, name);
                    names.set(node, List.copyOf(more));
                }
                return;
            }
        }
        more.add(name);
        names.set(node, List.copyOf(more));
    }

    /** The node of the names that begin with that word. */
    int first(int word) {
        return word >= 0 && word < first.length ? first[word] : NONE;
    }

    boolean goesOn(int node) {
        return goingOn.get(node);
    }

    /** The node that the word leads to from that node. */
    int next(int node, int word) {
        for (int at = slot(node, word); edges[at] != NONE; at = after(at)) {
            if (edges[at] == node && edges[at + 1] == word) {
                return edges[at + 2];
            }
        }
        return NONE;
    }

    private void insert(int node, int word, int next) {
        int at = slot(node, word);
        while (edges[at] != NONE) {
            at = after(at);
        }
        edges[at] = node;
        edges[at + 1] = word;
        edges[at + 2] = next;
    }

    private void grow() {
        int[] old = edges;
        edges = new int[old.length * 2];
        for (int at = 0; at < old.length; at += WIDTH) {
            if (old[at] != NONE) {
                insert(old[at], old[at + 1], old[at + 2]);
            }
        }
    }

    private int slot(int node, int word) {
        long mixed = (node * 0x9E3779B97F4A7C15L ^ word) * 0xC2B2AE3D27D4EB4FL;
        return ((int) (mixed >>> 32) & edges.length / WIDTH - 1) * WIDTH;
    }

    private int after(int at) {
        return at + WIDTH == edges.length ? 0 : at + WIDTH;
    }

    /** The names that end there, without those of these actors; none is null. */
    List<Name> at(int node, Set<String> hidden) {
        List<Name> there = names.get(node);
        if (there == null || hidden.isEmpty()) {
            return there;
        }
        int left = 0;
        for (Name name : there) {
            left += hidden.contains(name.actor().id()) ? 0 : 1;
        }
        if (left == there.size() || left == 0) {
            return left == 0 ? null : there;
        }
        return there.stream().filter(name -> !hidden.contains(name.actor().id())).toList();
    }
}
