package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;

/**
 * The surnames in Han, kana and Hangul letters of all people of a lexicon. Of one letter or two,
 * they name somebody only before a title ({@code 林外相}, {@code 加尼总统}, {@code 윤 대통령}): see {@link
 * SurnameReader}.
 */
final class TitledSurnames {

    /** No surname is longer, as written. */
    static final int LONGEST = 10;

    private static final Set<String> FAMILY_FIRST =
            Set.of("japan", "china", "taiwan", "south-korea", "north-korea", "vietnam");

    /** Japanese surnames of one letter; most others have two. */
    private static final String SINGLE = "林菅岸森原谷辻堀関泉東西南北桂浜岡境堺榊";

    private final Lexicon lexicon;

    /** Gathered when first asked for: most processes never ask. */
    private volatile Map<String, List<Actor>> people;

    TitledSurnames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Who bear that surname. */
    List<Actor> bearers(String surname) {
        Map<String, List<Actor>> known = people == null ? gather() : people;
        return known.getOrDefault(surname, List.of());
    }

    private Map<String, List<Actor>> gather() {
        var gathered = new HashMap<String, List<Actor>>();
        for (Actor actor : lexicon.actors()) {
            if (actor.type() == ActorType.PERSON) {
                for (String surname : surnames(actor)) {
                    gathered.computeIfAbsent(surname, key -> new ArrayList<>(1)).add(actor);
                }
            }
        }
        people = gathered;
        return gathered;
    }

    private static Set<String> surnames(Actor actor) {
        var surnames = new LinkedHashSet<String>();
        for (List<String> names : List.of(actor.names(), actor.aliases())) {
            for (String name : names) {
                if (isEastern(name.charAt(0))) {
                    add(name, actor, surnames);
                }
            }
        }
        return surnames;
    }

    private static boolean isEastern(char letter) {
        return letter >= SurnameReader.FIRST_EASTERN;
    }

    private static void add(String name, Actor actor, Set<String> surnames) {
        String[] parts = name.split("[·・ -]");
        boolean familyFirst = FAMILY_FIRST.contains(String.valueOf(actor.country()));
        if (parts.length > 1) {
            surnames.add(familyFirst ? parts[0] : parts[parts.length - 1]);
        } else if (isHan(name) && "japan".equals(actor.country())) {
            addJapanese(name, surnames);
        } else if (familyFirst && isFull(name)) {
            surnames.add(name.substring(0, 1));
        }
    }

    private static void addJapanese(String name, Set<String> surnames) {
        if (name.length() == 3 && SINGLE.indexOf(name.charAt(0)) >= 0) {
            surnames.add(name.substring(0, 1));
        } else if (name.length() == 5) {
            surnames.add(name.substring(0, 3));
        } else if (name.length() == 3 || name.length() == 4) {
            surnames.add(name.substring(0, 2));
        }
    }

    private static boolean isHan(String name) {
        return name.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    /** {@code 李强}, {@code 蔡英文}, {@code 윤석열}. */
    private static boolean isFull(String name) {
        return name.length() == 3 && name.charAt(0) >= SurnameReader.FIRST_HANGUL
                || (name.length() == 2 || name.length() == 3) && isHan(name);
    }
}
