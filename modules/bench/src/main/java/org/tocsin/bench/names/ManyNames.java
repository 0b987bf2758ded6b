package org.tocsin.bench.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;

/**
 * A lexicon of any size: the shipped actors, and persons whose given names and surnames are made of
 * syllables by rule, one in ten of them with an Arabic article and one in fifty in Cyrillic too.
 * The same size gives the same names.
 */
final class ManyNames {

    private static final List<String> ONSETS =
            List.of(
                    "b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "v", "z", "sh",
                    "kr");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ai");
    private static final List<String> ENDS =
            List.of("n", "r", "k", "ov", "ski", "man", "dez", "i", "ar", "en", "stad", "ein");
    private static final List<String> CYRILLIC =
            List.of("Ба", "Ве", "Гори", "Дала", "Зено", "Мира", "Нело", "Роха", "Сади", "Тиму");
    private static final List<String> CYRILLIC_ENDS = List.of("ров", "нко", "дин", "ский", "лев");

    private static final int GIVEN_NAMES = 20_000;
    private static final int SURNAMES = 120_000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final List<String> given = distinct(GIVEN_NAMES, 1);
    private final List<String> surnames = distinct(SURNAMES, 2);

    /** The shipped actors, and as many more persons as give so many names; with 0 those alone. */
    static List<Actor> actors(int names) {
        var made = new ManyNames();
        var actors = new ArrayList<>(Lexicon.shipped().actors());
        int known = actors.stream().mapToInt(actor -> actor.names().size()).sum();
        for (int i = 0; known < names; i++) {
            Actor person = made.person(i);
            known += person.names().size();
            actors.add(person);
        }
        return actors;
    }

    private Actor person(int i) {
        String name = pick(given) + (i % 10 == 0 ? " al-" : " ") + pick(surnames);
        List<String> also =
                i % 50 == 0
                        ? List.of(pick(CYRILLIC) + "н " + pick(CYRILLIC) + pick(CYRILLIC_ENDS))
                        : List.of();
        return Actor.named("made-" + i, name, ActorType.PERSON, also);
    }

    private List<String> distinct(int count, int syllables) {
        Set<String> made = new HashSet<>();
        var all = new ArrayList<String>();
        while (all.size() < count) {
            var word = new StringBuilder();
            for (int i = 0; i < syllables + random.nextInt(3); i++) {
                word.append(pick(ONSETS)).append(pick(VOWELS));
            }
            word.append(pick(ENDS));
            word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
            if (made.add(word.toString())) {
                all.add(word.toString());
            }
        }
        return all;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
