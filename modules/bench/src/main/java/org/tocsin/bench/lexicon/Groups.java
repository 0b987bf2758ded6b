package org.tocsin.bench.lexicon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.PhoenixText;
import org.tocsin.core.tag.ActorType;

/** Armed groups of Phoenix whose names are theirs alone. */
final class Groups {

    /** Words that name a group only together with one that is not among them. */
    private static final Set<String> GENERIC =
            Set.copyOf(
                    List.of(
                            ("army armed force forces front liberation national people peoples popular"
                                            + " revolutionary revolution islamic democratic democracy united union"
                                            + " movement party brigade brigades resistance struggle organization"
                                            + " organisation group groups of the for and in new red black white"
                                            + " council committee command militia militias fighters rebels rebel"
                                            + " guerrilla guerrillas armed military action workers socialist"
                                            + " communist marxist leninist anarchist freedom free justice peace"
                                            + " unity alliance coalition state power left right wing world"
                                            + " international extremists extremist separatists separatist"
                                            + " insurgents insurgency unit units cell cells network attack"
                                            + " direct self defense defence youth student students urban class"
                                            + " war holy avengers martyrs martyr unknown christian muslim jewish"
                                            + " street patrol commando commandos s a an")
                                    .split(" ")));

    /** What makes a name a group's: leaders stand among the names of their groups. */
    static final Set<String> GROUP_WORDS =
            Set.copyOf(
                    List.of(
                            ("army front liberation movement party brigade brigades resistance"
                                            + " organization organisation group groups militia militias"
                                            + " committee committees command faction union alliance force"
                                            + " forces battalion battalions tigers hezbollah hizbollah jihad"
                                            + " jaish jaysh lashkar jamaat jama'at jemaah ansar harakat harkat"
                                            + " hizb mujahideen mujahidin mujahedeen mojahedin revolutionary"
                                            + " partisans guard guards network cells squad squads nuclei"
                                            + " commandos coalition council federation islamiyya islamiyah"
                                            + " katibat saraya frente ejercito fuerzas movimiento brigadas"
                                            + " armee armata")
                                    .split(" ")));

    private final StateCodes states;
    private final Shelf shelf;

    Groups(StateCodes states, Shelf shelf) {
        this.states = states;
        this.shelf = shelf;
    }

    void read(List<PhoenixText.Entry> entries) {
        for (PhoenixText.Entry entry : entries) {
            List<String> names =
                    names(entry.names(), GENERIC).stream()
                            .filter(name -> holds(name, GROUP_WORDS))
                            .toList();
            if (names.isEmpty()) {
                continue;
            }
            String code = entry.codes().isEmpty() ? "" : entry.codes().get(0).code();
            String country = code.length() < 3 ? null : states.id(code.substring(0, 3));
            var found = new Shelf.Found(ActorType.ARMED_GROUP, names, null, country, "");
            Actor known = known(shelf, entry.names(), ActorType.ARMED_GROUP);
            if (known != null) {
                shelf.addTo(known, found.with(alike(known, names)));
            } else if (shelf.byHand.named(names.get(0)).isEmpty()) {
                shelf.add(found);
            }
        }
    }

    /**
     * Those that share a word with what the actor is called: its sources call fronts by its name.
     */
    private static List<String> alike(Actor known, List<String> names) {
        var own = new HashSet<String>();
        for (String name : known.names()) {
            for (String word : name.toLowerCase(Locale.ROOT).split("[ -]+")) {
                if (word.length() > 3 && !GENERIC.contains(word) && !GROUP_WORDS.contains(word)) {
                    own.add(word);
                }
            }
        }
        return names.stream().filter(name -> holds(name, own)).toList();
    }

    static boolean holds(String name, Set<String> words) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[ -]+")).stream()
                .anyMatch(words::contains);
    }

    /** The hand-written actor of that type which some name of the entry is. */
    static Actor known(Shelf shelf, List<String> names, ActorType type) {
        for (String name : names) {
            for (Actor actor : shelf.byHand.named(name)) {
                if (actor.type() == type) {
                    return actor;
                }
            }
        }
        return null;
    }

    /** Names of two words and more that hold a word of their own. */
    static List<String> names(List<String> all, Set<String> generic) {
        var names = new ArrayList<String>();
        for (String name : all) {
            String[] words = name.toLowerCase(Locale.ROOT).split("[ '-]+");
            boolean own =
                    List.of(words).stream().anyMatch(w -> w.length() > 2 && !generic.contains(w));
            if (own
                    && words.length > 1
                    && name.length() > 8
                    && name.length() < 80
                    && !name.matches(".*([()]| - ).*")) {
                names.add(name.replaceFirst("^The ", ""));
            }
        }
        return names;
    }
}
