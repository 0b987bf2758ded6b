package org.tocsin.core.tag;

import java.util.Map;

/** French by its endings; a verb in none of the two great classes is one of those listed. */
final class FrenchForms implements Morphology {

    /**
     * By the end of the infinitive: the stems of the present's singular and plural, of the past, of
     * the future, and the participle.
     */
    private static final String[][] IRREGULAR = {
        {"prendre", "prend", "prenn", "pri", "prendr", "pris"},
        {"tenir", "tient", "tienn", "tin", "tiendr", "tenu"},
        {"venir", "vient", "vienn", "vin", "viendr", "venu"},
        {"mettre", "met", "mett", "mi", "mettr", "mis"},
        {"clure", "clut", "clu", "clu", "clur", "clu"},
        {"rompre", "rompt", "romp", "rompi", "rompr", "rompu"},
        {"fuir", "fuit", "fui", "fui", "fuir", "fui"},
        {"mourir", "meurt", "meur", "mouru", "mourr", "mort"},
        {"élire", "élit", "élis", "élu", "élir", "élu"},
        {"crire", "crit", "criv", "crivi", "crir", "crit"},
        {"duire", "duit", "duis", "duisi", "duir", "duit"},
        {"truire", "truit", "truis", "truisi", "truir", "truit"},
        {"ouvrir", "ouvre", "ouvr", "ouvri", "ouvrir", "ouvert"},
        {"offrir", "offre", "offr", "offri", "offrir", "offert"},
        {"cueillir", "cueille", "cueill", "cueilli", "cueiller", "cueilli"},
        {"quérir", "quiert", "quièr", "qui", "querr", "quis"},
        {"courir", "court", "cour", "couru", "courr", "couru"},
        {"sortir", "sort", "sort", "sorti", "sortir", "sorti"},
        {"partir", "part", "part", "parti", "partir", "parti"},
        {"mentir", "ment", "ment", "menti", "mentir", "menti"},
        {"cevoir", "çoit", "çoiv", "çu", "cevr", "çu"},
        {"faire", "fait", "font", "fi", "fer", "fait"},
        {"battre", "bat", "batt", "batti", "battr", "battu"},
        {"voir", "voit", "voi", "vi", "verr", "vu"},
        {"aître", "aît", "aiss", "u", "aîtr", "u"},
        {"joindre", "joint", "joign", "joigni", "joindr", "joint"}
    };

    @Override
    public Map<String, Form> verb(String base) {
        var forms = new Forms();
        forms.add(Form.BASE, base, "0");
        for (String[] one : IRREGULAR) {
            if (base.endsWith(one[0])) {
                addIrregular(forms, Forms.cut(base, one[0].length()), one);
                return forms.all;
            }
        }
        String stem = Forms.cut(base, 2);
        if (base.endsWith("er")) {
            addFirst(forms, stem);
        } else if (base.endsWith("ir")) {
            forms.add(Form.PARTICIPLE, stem, "i ie is ies").add(Form.PAST, stem, "irent");
            forms.add(Form.THIRD, stem, "it issent issait issaient isse")
                    .add(Form.GERUND, stem, "issant");
            addFuture(forms, stem + "ir");
        } else {
            forms.add(Form.PARTICIPLE, stem, "u ue us ues").add(Form.PAST, stem, "it irent");
            forms.add(Form.THIRD, stem, "0 ent ait aient e").add(Form.GERUND, stem, "ant");
            addFuture(forms, stem + "r");
        }
        return forms.all;
    }

    /** -er, with its spellings: "déploie", "rappelle", "lança", "engagea". */
    private static void addFirst(Forms forms, String stem) {
        forms.add(Form.PARTICIPLE, stem, "é ée és ées").add(Form.PAST, stem, "èrent");
        forms.add(Form.THIRD, stem, "ent ait aient").add(Form.GERUND, stem, "ant");
        forms.add(Form.PAST, stem.endsWith("g") ? stem + "e" : stem, "a");
        addFuture(forms, stem + "er");
        if (stem.endsWith("y")) {
            String i = Forms.cut(stem, 1) + "i";
            forms.add(Form.THIRD, i, "e ent");
            addFuture(forms, i + "er");
            addFuture(forms, Forms.cut(stem, 2) + "err");
        } else if (Forms.ends(stem, "el et")) {
            String twice = stem + stem.charAt(stem.length() - 1);
            forms.add(Form.THIRD, twice, "e ent");
            addFuture(forms, twice + "er");
        }
    }

    private static void addFuture(Forms forms, String stem) {
        forms.add(Form.FUTURE, stem, "a ont ez ons").add(Form.POSSIBLE, stem, "ait aient");
    }

    private static void addIrregular(Forms forms, String prefix, String[] one) {
        String participle = prefix + one[5];
        forms.add(Form.PARTICIPLE, participle, "0 e s es");
        forms.add(Form.THIRD, prefix + one[1], "0")
                .add(Form.THIRD, prefix + one[2], "0 ent ait aient e");
        forms.add(Form.PAST, prefix + one[3], "t rent").add(Form.GERUND, prefix + one[2], "ant");
        addFuture(forms, prefix + one[4]);
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        forms.add(Form.NOUN, base, Forms.ends(base, "au eu") ? "0 x" : "0 s");
        if (base.endsWith("al")) {
            forms.add(Form.NOUN, Forms.cut(base, 1), "ux le les");
        } else if (Forms.ends(base, "é ant if ain ais")) {
            String stem = base.endsWith("if") ? Forms.cut(base, 1) + "v" : base;
            forms.add(Form.NOUN, stem, "e es");
        }
        return forms.all;
    }
}
