package org.tocsin.core.tag;

import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * German: weak verbs by rule, strong ones from the list, with separable prefixes written before the
 * verb ({@code abziehen}); where the prefix stands at the clause's end a rule writes it behind
 * ({@code v:ziehen _ _ ab}). Nouns take all endings, as the vowel that changes folds away. A
 * compound is known by its last part.
 */
final class GermanForms implements Morphology {

    private static final String[] PREFIXES = {
        "zurück",
        "zusammen",
        "nieder",
        "frei",
        "fest",
        "statt",
        "fern",
        "weiter",
        "hin",
        "her",
        "los",
        "mit",
        "nach",
        "vor",
        "weg",
        "auf",
        "aus",
        "bei",
        "ein",
        "ab",
        "an",
        "um",
        "zu"
    };
    private static final String[] FIXED = {
        "be", "er", "ver", "ent", "zer", "miss", "emp", "ge", "über", "unter", "durch"
    };

    /** Infinitive, third person, past, participle without its ge-. */
    private static final String STRONG =
            "ziehen zieht zog zogen|greifen greift griff griffen|treten tritt trat treten|"
                    + "nehmen nimmt nahm nommen|treffen trifft traf troffen|geben gibt gab geben|"
                    + "schlagen schlägt schlug schlagen|lassen lässt ließ lassen|halten hält hielt halten|"
                    + "werfen wirft warf worfen|brechen bricht brach brochen|schließen schließt schloss schlossen|"
                    + "rufen ruft rief rufen|weisen weist wies wiesen|fliehen flieht floh flohen|"
                    + "sterben stirbt starb storben|fallen fällt fiel fallen|kommen kommt kam kommen|"
                    + "gehen geht ging gangen|stehen steht stand standen|schießen schießt schoss schossen|"
                    + "steigen steigt stieg stiegen|dringen dringt drang drungen|bieten bietet bot boten|"
                    + "laufen läuft lief laufen|sprechen spricht sprach sprochen|heben hebt hob hoben|"
                    + "bringen bringt brachte bracht|finden findet fand funden|scheiden scheidet schied schieden|"
                    + "treiben treibt trieb trieben|reißen reißt riss rissen|fahren fährt fuhr fahren|"
                    + "schieben schiebt schob schoben|binden bindet band bunden|raten rät riet raten|"
                    + "winden windet wand wunden|fangen fängt fing fangen|senden sendet sandte sandt|"
                    + "gießen gießt goss gossen|wählen wählt wählte wählt|schreiten schreitet schritt schritten";

    private static final Map<String, String[]> STRONG_BY_BASE =
            java.util.Arrays.stream(STRONG.split("\\|"))
                    .map(line -> line.split(" "))
                    .collect(java.util.stream.Collectors.toUnmodifiableMap(f -> f[0], f -> f));

    private static final int LEAST_HEAD = 5;
    private static final int LEAST_BEFORE = 3;

    @Override
    public Map<String, Form> verb(String base) {
        String separable = prefix(base);
        String rest = base.substring(separable.length());
        String fixed = STRONG_BY_BASE.containsKey(rest) ? "" : fixed(rest);
        String core = rest.substring(fixed.length());
        String[] strong = STRONG_BY_BASE.get(core);
        boolean bare = !fixed.isEmpty() || rest.endsWith("ieren");
        String before = separable + fixed;
        String ge = separable + (bare ? fixed : "ge");
        String stem = core.endsWith("en") ? Forms.cut(core, 2) : Forms.cut(core, 1);
        String link = Forms.ends(stem, "t d") ? "e" : "";
        var forms = new Forms();
        if (strong == null) {
            forms.add(Form.PAST, before + stem + link, "te ten");
            forms.add(Form.PARTICIPLE, ge + stem + link, "t te ten ter tes");
            forms.add(Form.THIRD, before + stem + link, "t");
        } else {
            forms.add(Form.PAST, before + strong[2], strong[2].endsWith("e") ? "0 n" : "0 en e");
            forms.add(Form.PARTICIPLE, ge + strong[3], "0 e en er es");
            forms.add(Form.THIRD, before + strong[1], "0");
        }
        forms.add(Form.BASE, before + core, "0").add(Form.GERUND, before + core, "d de den der");
        if (!separable.isEmpty()) {
            forms.add(Form.FUTURE, separable + "zu" + fixed + core, "0");
        }
        return forms.all;
    }

    private static String prefix(String base) {
        for (String prefix : PREFIXES) {
            if (base.startsWith(prefix) && base.length() - prefix.length() > 4) {
                return prefix;
            }
        }
        return "";
    }

    private static String fixed(String base) {
        for (String prefix : FIXED) {
            if (base.startsWith(prefix) && base.length() - prefix.length() > 4) {
                return prefix;
            }
        }
        return "";
    }

    @Override
    public boolean infinitiveIsPlural() {
        return true;
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        return forms.add(Form.NOUN, base, "0 s es e en n er ern ens").all;
    }

    @Override
    public int number(String word, ToIntFunction<String> known, ToIntFunction<String> head) {
        for (int i = LEAST_BEFORE; i <= word.length() - LEAST_HEAD; i++) {
            int number = head.applyAsInt(word.substring(i));
            if (number != Vocabulary.UNKNOWN) {
                return number;
            }
        }
        return Vocabulary.UNKNOWN;
    }
}
