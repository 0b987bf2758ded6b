package org.tocsin.core.lexicon;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.text.Fold;

/**
 * Surnames that are enough alone in other scripts too: where {@code Gantz} is an alias, the last
 * word of {@code Бени Ганц} is one. Only where one person alone bears it, and only where it is long
 * enough to be no common word.
 */
final class SurnamesAbroad {

    private static final int LONG_WITH_CAPITALS = 4;
    private static final int LONG_WITHOUT = 5;

    /** Second halves of surnames. */
    private static final Set<String> HALVES = Set.of("أوغلو", "اوغلو", "оглу", "Оглу", "الدين");

    private static final List<Function<Actor, List<String>>> NAMES =
            List.of(Actor::names, Actor::aliases, Actor::adjectives, Actor::seats);

    /** {@code المهندس} is the engineer sooner than the man called so. */
    private static final CommonWords COMMON = CommonWords.shipped();

    private SurnamesAbroad() {}

    /** By the surname as it is written. */
    static Map<String, Actor> of(Collection<Actor> actors) {
        var byFolded = new LinkedHashMap<String, Actor>();
        var spellings = new LinkedHashMap<String, String>();
        var several = new HashSet<String>();
        for (Actor actor : actors) {
            if (actor.type() != ActorType.PERSON || !isAlone(actor)) {
                continue;
            }
            for (String name : actor.names()) {
                String surname = surname(name);
                if (surname == null || COMMON.contains(Fold.fold(surname))) {
                    continue;
                }
                String folded = Fold.fold(surname);
                Actor other = byFolded.put(folded, actor);
                spellings.putIfAbsent(folded, surname);
                if (other != null && !other.id().equals(actor.id())) {
                    several.add(folded);
                }
            }
        }
        byFolded.keySet().removeAll(several);
        actors.forEach(actor -> NAMES.forEach(of -> without(byFolded, of.apply(actor))));
        var surnames = new LinkedHashMap<String, Actor>();
        byFolded.forEach((folded, actor) -> surnames.put(spellings.get(folded), actor));
        return surnames;
    }

    /** What somebody or something is called by already stays theirs. */
    private static void without(Map<String, Actor> surnames, List<String> names) {
        for (String name : names) {
            if (name.indexOf(' ') < 0 && Script.of(name.charAt(0)) != Script.LATIN) {
                surnames.remove(Fold.fold(name));
            }
        }
    }

    /** Its Latin surname is an alias. */
    private static boolean isAlone(Actor actor) {
        String label = actor.name();
        String last = label.substring(label.lastIndexOf(' ') + 1);
        String bare = last.startsWith("al-") || last.startsWith("el-") ? last.substring(3) : last;
        return last.length() < label.length()
                && (actor.aliases().contains(last) || actor.aliases().contains(bare));
    }

    private static String surname(String name) {
        int blank = name.lastIndexOf(' ');
        String last = name.substring(blank + 1);
        if (blank < 0 || HALVES.contains(last)) {
            return null;
        }
        int least =
                switch (Script.of(last.charAt(0))) {
                    case LATIN -> Integer.MAX_VALUE;
                    case HEBREW -> LONG_WITH_CAPITALS;
                    case ARABIC -> LONG_WITHOUT;
                    default ->
                            Character.isUpperCase(last.charAt(0))
                                    ? LONG_WITH_CAPITALS
                                    : Integer.MAX_VALUE;
                };
        return last.length() < least ? null : last;
    }
}
