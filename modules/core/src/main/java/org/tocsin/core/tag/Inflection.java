package org.tocsin.core.tag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of English verbs and nouns: by table where irregular, else by rule. */
final class Inflection implements Morphology {

    private final Map<String, String[]> irregular;
    private final Set<String> doubling;

    /**
     * @param irregular from a verb to its past and participle
     * @param doubling verbs that double their last letter ({@code planned})
     */
    Inflection(Map<String, String[]> irregular, Set<String> doubling) {
        this.irregular = irregular;
        this.doubling = doubling;
    }

    @Override
    public Map<String, Form> verb(String base) {
        var forms = new LinkedHashMap<String, Form>();
        String stem = doubling.contains(base) ? base + base.charAt(base.length() - 1) : base;
        String[] listed = irregular.get(base);
        String past = listed != null ? listed[0] : past(base, stem);
        forms.put(gerund(base, stem), Form.GERUND);
        if (listed != null) {
            forms.put(listed[1], Form.PARTICIPLE);
        }
        forms.put(past, Form.PAST);
        if (listed == null && stem.length() > base.length() && base.endsWith("l")) {
            forms.putIfAbsent(base + "ed", Form.PAST);
            forms.putIfAbsent(base + "ing", Form.GERUND);
        }
        forms.put(plural(base), Form.THIRD);
        forms.put(base, Form.BASE);
        return forms;
    }

    @Override
    public Map<String, Form> noun(String singular) {
        var forms = new LinkedHashMap<String, Form>();
        forms.put(singular, Form.NOUN);
        forms.put(plural(singular), Form.NOUN);
        return forms;
    }

    private static String past(String base, String stem) {
        if (base.endsWith("e")) {
            return base + "d";
        }
        return endsInConsonantY(base) ? base.substring(0, base.length() - 1) + "ied" : stem + "ed";
    }

    private static String gerund(String base, String stem) {
        if (base.endsWith("ie")) {
            return base.substring(0, base.length() - 2) + "ying";
        }
        return base.endsWith("e") && !base.endsWith("ee")
                ? base.substring(0, base.length() - 1) + "ing"
                : stem + "ing";
    }

    private static String plural(String word) {
        if (endsInConsonantY(word)) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        for (String hiss : List.of("s", "x", "z", "ch", "sh")) {
            if (word.endsWith(hiss)) {
                return word + "es";
            }
        }
        return word.equals("go") || word.equals("veto") ? word + "es" : word + "s";
    }

    private static boolean endsInConsonantY(String word) {
        int n = word.length();
        return n > 1 && word.charAt(n - 1) == 'y' && "aeiou".indexOf(word.charAt(n - 2)) < 0;
    }
}
