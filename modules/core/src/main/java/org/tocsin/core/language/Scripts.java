package org.tocsin.core.language;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.ETHIOPIC;
import static java.lang.Character.UnicodeScript.GEORGIAN;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.GUJARATI;
import static java.lang.Character.UnicodeScript.GURMUKHI;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KANNADA;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.MALAYALAM;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.SINHALA;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;
import static java.lang.Character.UnicodeScript.THAANA;
import static java.lang.Character.UnicodeScript.THAI;
import static java.lang.Character.UnicodeScript.TIBETAN;

import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which scripts a language is written in; one that is not listed is written in Latin letters. */
final class Scripts {

    /** Fewer letters may be a name or a quotation. */
    private static final int LEAST = 20;

    private static final int LEAST_IDEOGRAPHS = 6;
    private static final double MOST = 0.7;

    private static final Map<String, Set<UnicodeScript>> OF = new HashMap<>();

    static {
        put(Set.of(ARABIC), "ar fa ur ps ug sd ckb ks");
        put(Set.of(ARABIC, LATIN), "ku ms ha");
        put(Set.of(ARABIC, LATIN, CYRILLIC), "az");
        put(Set.of(CYRILLIC), "ru uk be bg mk ky tg tt ba ce cv os mn");
        put(Set.of(CYRILLIC, LATIN), "sr sh bs kk uz tk");
        put(Set.of(HEBREW), "he yi");
        put(Set.of(GREEK), "el");
        put(Set.of(GEORGIAN), "ka");
        put(Set.of(ARMENIAN), "hy");
        put(Set.of(HAN), "zh");
        put(Set.of(HAN, HIRAGANA, KATAKANA), "ja");
        put(Set.of(HANGUL, HAN), "ko");
        put(Set.of(THAI), "th");
        put(Set.of(DEVANAGARI), "hi mr ne sa");
        put(Set.of(BENGALI), "bn as");
        put(Set.of(GURMUKHI, ARABIC), "pa");
        put(Set.of(GUJARATI), "gu");
        put(Set.of(TAMIL), "ta");
        put(Set.of(TELUGU), "te");
        put(Set.of(KANNADA), "kn");
        put(Set.of(MALAYALAM), "ml");
        put(Set.of(SINHALA), "si");
        put(Set.of(MYANMAR), "my");
        put(Set.of(KHMER), "km");
        put(Set.of(LAO), "lo");
        put(Set.of(ETHIOPIC), "am ti");
        put(Set.of(TIBETAN), "bo dz");
        put(Set.of(THAANA), "dv");
    }

    private Scripts() {}

    /** Whether most letters of the sample belong to scripts that the language is not written in. */
    static boolean contradict(String language, String sample) {
        Set<UnicodeScript> own = OF.getOrDefault(language, Set.of(LATIN));
        int letters = 0;
        int foreign = 0;
        int ideographs = 0;
        for (int i = 0; i < sample.length(); ) {
            int letter = sample.codePointAt(i);
            i += Character.charCount(letter);
            UnicodeScript script = UnicodeScript.of(letter);
            if (Character.isLetter(letter) && script != COMMON && script != INHERITED) {
                letters++;
                foreign += own.contains(script) ? 0 : 1;
                ideographs += Character.isIdeographic(letter) ? 1 : 0;
            }
        }
        int enough = ideographs * 2 > letters ? LEAST_IDEOGRAPHS : LEAST;
        return foreign >= enough && foreign > MOST * letters;
    }

    private static void put(Set<UnicodeScript> scripts, String languages) {
        for (String language : languages.split(" ")) {
            OF.put(language, scripts);
        }
    }
}
