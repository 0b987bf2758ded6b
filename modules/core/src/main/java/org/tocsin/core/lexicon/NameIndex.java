package org.tocsin.core.lexicon;

import java.util.ArrayList;
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

    private static final Set<String> OTHER_SCRIPTS =
            Set.copyOf(LexiconFiles.lines("states-of-other-scripts.txt"));

    private final Alike alike;
    private final NameLayer top;

    /** The highest first. */
    private final NameLayer[] layers;

    NameIndex(Alike alike) {
        this.alike = alike;
        top = NameLayer.lowest(alike);
        layers = new NameLayer[] {top};
    }

    private NameIndex(NameIndex below, Set<String> changed) {
        alike = below.alike;
        top = NameLayer.over(alike);
        var all = new ArrayList<NameLayer>();
        all.add(top);
        for (NameLayer layer : below.layers) {
            all.add(layer.without(changed));
        }
        layers = all.toArray(NameLayer[]::new);
    }

    /**
     * An index that says of these actors only what is added to it, of all others what this does.
     */
    NameIndex over(Set<String> changed) {
        return new NameIndex(this, changed);
    }

    void add(Actor actor) {
        actor.names().forEach(name -> add(actor, NameKind.FULL, name));
        actor.seats().forEach(name -> add(actor, NameKind.SEAT, name));
        actor.aliases().forEach(name -> add(actor, NameKind.ALIAS, name));
        actor.adjectives().forEach(name -> add(actor, NameKind.ADJECTIVE, name));
    }

    void addSurname(Actor actor, String surname) {
        add(actor, NameKind.ALIAS, surname);
    }

    /** A name that names nobody, yet keeps its words from naming somebody ("Bank of Georgia"). */
    void cover(String name) {
        add(NOBODY, NameKind.FULL, name);
    }

    private void add(Actor actor, NameKind kind, String spelling) {
        top.add(Name.of(actor, kind, spelling), spelling, isForeign(actor));
    }

    /** Whether its names are written in another script at home; a body's are often translated. */
    private static boolean isForeign(Actor actor) {
        return actor.type() != ActorType.ORGANISATION
                && actor.type() != ActorType.COUNTRY
                && OTHER_SCRIPTS.contains(String.valueOf(actor.country()));
    }

    /**
     * The longest name that starts at each word of a text, its words not parted by a comma, a
     * bracket or a line; null where there is none.
     */
    public Hit[] in(Words words) {
        return new NameScan(words).find(this);
    }

    /** The longest name that starts at that word, before {@code end}; null when there is none. */
    public Hit longest(Words words, int from, int end) {
        Script script = Script.of(words.firstLetter(from));
        long hash = words.hash(from);
        Hit best = null;
        for (NameLayer layer : layers) {
            best = better(best, layer.longest(words, from, end, hash, script));
        }
        return best;
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
        Hit hit = words.size() == 0 ? null : longest(words, 0, words.size());
        return hit != null && hit.words() == words.size() ? hit.names() : List.of();
    }
}
