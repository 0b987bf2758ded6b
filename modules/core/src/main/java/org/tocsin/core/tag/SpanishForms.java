package org.tocsin.core.tag;

import java.util.Map;

/**
 * Spanish by its endings, with the vowels that open under stress ({@code niega}, {@code huye}); the
 * few verbs with a past of their own are listed.
 */
final class SpanishForms implements Morphology {

    /** By the end of the infinitive: present, past, future, participle, subjunctive. */
    private static final String[][] IRREGULAR = {
        {"tener", "tiene", "tuv", "tendr", "tenid", "teng"},
        {"poner", "pone", "pus", "pondr", "puest", "pong"},
        {"venir", "viene", "vin", "vendr", "venid", "veng"},
        {"hacer", "hace", "hic", "har", "hech", "hag"},
        {"decir", "dice", "dij", "dir", "dich", "dig"},
        {"ducir", "duce", "duj", "ducir", "ducid", "duzc"},
        {"traer", "trae", "traj", "traer", "traíd", "traig"},
        {"andar", "anda", "anduv", "andar", "andad", "and"},
        {"morir", "muere", "mur", "morir", "muert", "muer"},
        {"romper", "rompe", "romp", "romper", "rot", "romp"},
        {"abrir", "abre", "abr", "abrir", "abiert", "abr"},
        {"cribir", "cribe", "crib", "cribir", "crit", "crib"}
    };

    /** "preso, presa", but not "paro, para". */
    private static final int LEAST_OF_TWO = 4;

    @Override
    public Map<String, Form> verb(String infinitive) {
        String base = infinitive.endsWith("rse") ? Forms.cut(infinitive, 2) : infinitive;
        var forms = new Forms();
        forms.add(Form.BASE, base, "0 se lo los la las le les");
        for (String[] one : IRREGULAR) {
            if (base.endsWith(one[0])) {
                addIrregular(forms, Forms.cut(base, one[0].length()), one);
                return forms.all;
            }
        }
        String stem = Forms.cut(base, 2);
        boolean ofA = base.endsWith("ar");
        if (ofA) {
            forms.add(Form.PARTICIPLE, stem, "ado ada ados adas")
                    .add(Form.PAST, stem, "ó aron aba aban");
            forms.add(Form.GERUND, stem, "ando ándose");
        } else {
            forms.add(Form.PARTICIPLE, stem, "ido ida idos idas")
                    .add(Form.PAST, stem, "ió ieron ía ían yó yeron");
            forms.add(Form.GERUND, stem, "iendo yendo");
            narrow(forms, stem);
        }
        addPresent(forms, stem, ofA);
        addPresent(forms, opened(stem), ofA);
        if (base.endsWith("uir")) {
            forms.add(Form.THIRD, stem, "ye yen ya yan");
        }
        forms.add(Form.FUTURE, base, "á án emos").add(Form.POSSIBLE, base, "ía ían");
        return forms.all;
    }

    private static void addPresent(Forms forms, String stem, boolean ofA) {
        forms.add(Form.THIRD, stem, ofA ? "a an en" : "e en");
        String hard = stem;
        if (ofA && stem.endsWith("c")) {
            hard = Forms.cut(stem, 1) + "qu";
        } else if (ofA && stem.endsWith("g")) {
            hard = stem + "u";
        } else if (ofA && stem.endsWith("z")) {
            hard = Forms.cut(stem, 1) + "c";
        }
        forms.add(Form.THIRD, hard, ofA ? "e en" : "a an");
    }

    /** "negar, niega", "acordar, acuerda": the last vowel of the stem opens. */
    private static String opened(String stem) {
        for (int i = stem.length() - 1; i > 0; i--) {
            char letter = stem.charAt(i);
            if ("aeiouáéíóú".indexOf(letter) >= 0) {
                String open = letter == 'e' ? "ie" : letter == 'o' ? "ue" : String.valueOf(letter);
                return stem.substring(0, i) + open + stem.substring(i + 1);
            }
        }
        return stem;
    }

    /** "pedir, pidió", "despedir, despide". */
    private static void narrow(Forms forms, String stem) {
        int e = stem.lastIndexOf('e');
        if (e > 0) {
            String i = stem.substring(0, e) + "i" + stem.substring(e + 1);
            forms.add(Form.PAST, i, "ió ieron").add(Form.THIRD, i, "e en a an");
        }
    }

    private static void addIrregular(Forms forms, String prefix, String[] one) {
        String infinitive = prefix + one[0];
        forms.add(Form.PARTICIPLE, prefix + one[4], "o a os as");
        forms.add(Form.PAST, prefix + one[2], "o ó ió ieron eron");
        forms.add(
                Form.PAST,
                Forms.cut(infinitive, 2),
                infinitive.endsWith("ar") ? "aba aban" : "ía ían");
        forms.add(Form.THIRD, prefix + one[1], "0 n").add(Form.THIRD, prefix + one[5], "a an");
        forms.add(Form.FUTURE, prefix + one[3], "á án")
                .add(Form.POSSIBLE, prefix + one[3], "ía ían");
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        String stem = base.endsWith("z") ? Forms.cut(base, 1) + "c" : base;
        forms.add(Form.NOUN, base, "0").add(Form.NOUN, stem, "s es");
        if (base.endsWith("o") && base.length() > LEAST_OF_TWO) {
            forms.add(Form.NOUN, Forms.cut(base, 1), "a as");
        }
        return forms.all;
    }
}
