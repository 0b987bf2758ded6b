package org.tocsin.core.tag;

import java.util.List;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.text.Fold;

/**
 * What a person's own first names may be. Who is known in no spelling of a script may be called
 * anything in it: no first name there shows a stranger.
 */
record OwnNames(Actor actor) {

    private static final int SHORTEST = 3;

    private static final int FEWEST = 2;

    private static final char VOWEL = '*';

    private static final String SILENT = "aeiouyhjаеёиоуыэюяіїєйьъαεηιουωέήίόύώϊϋ";

    private static final String SPELT = "wcqzf";

    private static final String HEARD = "vkksv";

    /** The script has a full name of the person, and none that begins or goes on like this. */
    boolean areOthersThan(String word) {
        boolean known = false;
        for (String name : actor.names()) {
            if (name.indexOf(' ') > 0 && isOfScript(name, word)) {
                known = true;
                for (String own : List.of(Fold.fold(name).split("[ -]"))) {
                    if (own.length() > 1 && areAlike(own, word)) {
                        return false;
                    }
                }
            }
        }
        return known && !include(word);
    }

    /** No full name of the person is known in the script of that word. */
    boolean areUnknownIn(String word) {
        return actor.names().stream()
                .noneMatch(name -> name.indexOf(' ') > 0 && isOfScript(name, word));
    }

    /** One of them, as the press of another language of that script spells or declines it. */
    boolean include(String word) {
        String sound = consonants(word);
        if (sound.length() < least(sound)) {
            return false;
        }
        for (String name : actor.names()) {
            if (isOfScript(name, word)) {
                for (String own : Fold.fold(name).split("[ -]")) {
                    if (soundAlike(consonants(own), sound) || isShort(word, own)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Tony for Antony, Jeff for Jeffrey. */
    private static boolean isShort(String word, String own) {
        return word.charAt(0) < NonLatin.FIRST_SCRIPT
                && word.length() > SHORTEST
                && (own.startsWith(word) || own.endsWith(word));
    }

    /** The same but for the consonant of an ending: Olaf, Olafem. */
    private static boolean soundAlike(String own, String sound) {
        return own.length() >= least(own)
                && sound.startsWith(own)
                && sound.length() - own.length() < FEWEST;
    }

    private static int least(String sound) {
        return sound.isEmpty() || sound.charAt(0) != VOWEL ? FEWEST : FEWEST + 1;
    }

    /** What spellings have in common: {@code Виктор}, {@code Віктор}; Viktor, Wiktor, Victor. */
    private static String consonants(String word) {
        var kept = new StringBuilder();
        char before = 0;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            int like = SPELT.indexOf(letter);
            char sound = like < 0 ? letter : HEARD.charAt(like);
            if (SILENT.indexOf(sound) >= 0) {
                sound = VOWEL;
            }
            // How it opens tells Hassan from Sonia.
            if (sound != before && (sound != VOWEL || i == 0)) {
                kept.append(sound);
            }
            before = sound;
        }
        return kept.toString();
    }

    private static boolean isOfScript(String name, String word) {
        return Character.UnicodeScript.of(name.charAt(0))
                == Character.UnicodeScript.of(word.charAt(word.length() - 1));
    }

    /** The same but for an ending of a case, or what Arabic and Hebrew set before it. */
    private static boolean areAlike(String own, String word) {
        if (word.charAt(0) >= NonLatin.FIRST_WITHOUT_CASES) {
            return word.endsWith(own);
        }
        int least = Math.max(SHORTEST, Math.min(own.length(), word.length()) - 1);
        return own.regionMatches(0, word, 0, least);
    }
}
