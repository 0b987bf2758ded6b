package org.tocsin.core.lexicon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.text.Words;

/**
 * All actors by id and by name. Immutable, safe to share between threads; a change is a new
 * lexicon.
 */
public final class Lexicon {

    private static final int SUGGESTIONS = 3;

    private final Map<String, Actor> byId;
    private final NameIndex index;
    private final Holders holders;
    private final Offices offices;

    private final long content;

    private Lexicon(Map<String, Actor> byId, NameIndex index, long content) {
        this.byId = Collections.unmodifiableMap(byId);
        this.index = index;
        this.holders = new Holders(byId.values());
        this.offices = Offices.shipped();
        this.content = content;
    }

    /** The lexicon shipped with the product: made when first asked for, and the same ever after. */
    public static Lexicon shipped() {
        return Shipped.LEXICON;
    }

    /** Making it takes a moment, and several parts of one process ask for it. */
    private static final class Shipped {

        private static final Lexicon LEXICON = of(LexiconFiles.shipped());
    }

    /** The lexicon of these files of a folder, in their order; a fault in one throws. */
    public static Lexicon of(Path folder, List<String> files) throws IOException {
        return of(LexiconFiles.of(folder, files));
    }

    /** A lexicon of these actors; of two with one id the later one stands. */
    public static Lexicon of(Collection<Actor> actors) {
        var byId = new LinkedHashMap<String, Actor>();
        actors.forEach(actor -> byId.put(actor.id(), actor));
        var index = new NameIndex(LexiconFiles.alike());
        byId.values().forEach(index::add);
        SurnamesAbroad.of(byId.values())
                .forEach((surname, actor) -> index.addSurname(actor, surname));
        LexiconFiles.notActors().forEach(index::cover);
        long content = byId.values().stream().mapToLong(ActorHash::of).sum();
        return new Lexicon(byId, index, content);
    }

    /** This lexicon with those actors added, or put in the place of their namesakes by id. */
    public Lexicon with(Collection<Actor> changed) {
        return changed(changed, Set.of());
    }

    /** This lexicon with those actors added or replaced and others gone; it costs what changed. */
    Lexicon changed(Collection<Actor> changed, Set<String> gone) {
        var after = new LinkedHashMap<>(byId);
        var ids = new HashSet<>(gone);
        changed.forEach(actor -> ids.add(actor.id()));
        long sum = content;
        for (String id : ids) {
            Actor before = after.get(id);
            sum -= before == null ? 0 : ActorHash.of(before);
        }
        after.keySet().removeAll(gone);
        NameIndex over = index.over(ids);
        for (Actor actor : changed) {
            after.put(actor.id(), actor);
            over.add(actor);
            sum += ActorHash.of(actor);
        }
        return new Lexicon(after, over, sum);
    }

    /**
     * What tells this lexicon from any other: 16 hexadecimal digits of the actors and all that is
     * known of them, the same wherever and in whatever order they came together.
     */
    public String version() {
        return "%016x".formatted(content);
    }

    public Optional<Actor> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<Actor> actors() {
        return byId.values();
    }

    /**
     * Who held that office on that day, whoever came last first; mostly one, none where the lexicon
     * knows nobody.
     *
     * @param office a key of {@link #offices()}
     * @param of the id of the state, body or group whose office it is
     */
    public List<Actor> holder(String office, String of, LocalDate day) {
        return holders.on(office, of, day);
    }

    /** What offices there are and what they are called. */
    public Offices offices() {
        return offices;
    }

    /**
     * The actors that have this name, in any script, whatever its case, accents and spelling of
     * {@code al-}: full names first, then seats, aliases and adjectives. An id finds its actor too.
     */
    public List<Actor> named(String anyName) {
        var found = new LinkedHashSet<Actor>();
        byId(anyName.strip()).ifPresent(found::add);
        index.exactly(Words.of(withoutArticle(anyName.strip()))).stream()
                .sorted(Comparator.comparing(Name::kind))
                .map(Name::actor)
                .filter(actor -> byId.containsKey(actor.id()))
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** At most three labels or names that a misspelt one may have meant, nearest first. */
    public List<String> suggestions(String misspelt) {
        record Near(String name, int distance) {}
        var near = new ArrayList<Near>();
        int most = Math.max(1, misspelt.strip().length() / 3);
        for (Actor actor : byId.values()) {
            for (String name : allNames(actor)) {
                int distance = EditDistance.within(misspelt, name, most);
                if (distance <= most) {
                    near.add(new Near(name, distance));
                }
            }
        }
        var seen = new HashSet<String>();
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .map(Near::name)
                .filter(seen::add)
                .limit(SUGGESTIONS)
                .toList();
    }

    /**
     * Who else bears an actor's name, a line each: its id, the other's id, the words that tell the
     * other and those that tell the first, parted by tabs and bars.
     */
    public List<String> homonyms() {
        return LexiconFiles.lines("homonyms.tsv");
    }

    /**
     * Acronyms that name somebody in one language only, a line each: the language, the acronym and
     * the actor's id, parted by tabs.
     */
    public List<String> acronymsAbroad() {
        return LexiconFiles.lines("acronyms-abroad.tsv");
    }

    /** The index that taggers walk along the words of a text. */
    public NameIndex index() {
        return index;
    }

    private static List<String> allNames(Actor actor) {
        var names = new ArrayList<>(actor.names());
        names.addAll(actor.aliases());
        names.addAll(actor.seats());
        return names;
    }

    private static String withoutArticle(String name) {
        return name.regionMatches(true, 0, "the ", 0, 4) ? name.substring(4) : name;
    }
}
