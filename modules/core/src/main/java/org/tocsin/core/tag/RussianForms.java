package org.tocsin.core.tag;

import java.util.Map;

/**
 * Russian by its endings. A verb is its infinitive, with {@code !} behind if it is perfective, so
 * that its present tells the future; what the ending of the infinitive does not tell stands behind
 * strokes: {@code вывести!/выведет/вывел}. A noun in -ый, -ий, -ой or -ая takes the endings of an
 * adjective.
 */
final class RussianForms implements Morphology {

    private static final String[][] SOFTENED = {
        {"ст", "щ"},
        {"д", "жд"},
        {"д", "ж"},
        {"т", "ч"},
        {"т", "щ"},
        {"с", "ш"},
        {"з", "ж"},
        {"б", "бл"},
        {"п", "пл"},
        {"в", "вл"},
        {"м", "мл"},
        {"ф", "фл"}
    };

    @Override
    public Map<String, Form> verb(String base) {
        String[] parts = base.split("/");
        boolean perfective = parts[0].endsWith("!");
        String infinitive = perfective ? Forms.cut(parts[0], 1) : parts[0];
        boolean reflexive = Forms.ends(infinitive, "ся сь");
        String plain = reflexive ? Forms.cut(infinitive, 2) : infinitive;
        String third = parts.length > 1 ? parts[1] : third(plain);
        String past = parts.length > 2 ? parts[2] : Forms.cut(plain, 2) + "л";
        if (reflexive && parts.length > 1) {
            third = Forms.ends(third, "ся") ? Forms.cut(third, 2) : third;
            past = Forms.ends(past, "ся") ? Forms.cut(past, 2) : past;
        }
        var forms = new Forms();
        String after = reflexive ? "ся" : "";
        String afterVowel = reflexive ? "сь" : "";
        forms.add(Form.PAST, past + after, "0");
        String stem = feminine(past);
        for (String ending : new String[] {"а", "о", "и"}) {
            forms.add(Form.PAST, stem + ending + afterVowel, "0");
        }
        if (!reflexive) {
            addParticiples(forms, plain, third);
        }
        Form present = perfective ? Form.FUTURE : Form.THIRD;
        forms.add(present, third + after, "0");
        forms.add(present, plural(third) + after, "0");
        if (!reflexive && !perfective) {
            forms.add(Form.THIRD, third, "ся").add(Form.THIRD, plural(third), "ся");
            forms.add(Form.PAST, past, "ся").add(Form.PAST, stem, "ась ось ись");
        }
        return forms.add(Form.BASE, infinitive, "0").all;
    }

    /** "прошел, прошл(а)", "нес, несл(а)": what the other endings of the past stand behind. */
    private static String feminine(String past) {
        if (past.endsWith("шел")) {
            return Forms.cut(past, 2) + "л";
        }
        return past.endsWith("л") ? past : past + "л";
    }

    private static String third(String infinitive) {
        if (Forms.ends(infinitive, "овать евать")) {
            return Forms.cut(infinitive, 5) + "ует";
        }
        if (infinitive.endsWith("ить")) {
            return Forms.cut(infinitive, 2) + "т";
        }
        return infinitive.endsWith("нуть")
                ? Forms.cut(infinitive, 3) + "ет"
                : Forms.cut(infinitive, 2) + "ет";
    }

    private static String plural(String third) {
        String stem = Forms.cut(third, 2);
        if (third.endsWith("ит")) {
            return stem + (Forms.ends(stem, "ж ш ч щ") ? "ат" : "ят");
        }
        return stem + (Forms.ends(stem, "а е и о у я ю ы л ь") ? "ют" : "ут");
    }

    private static void addParticiples(Forms forms, String infinitive, String third) {
        String stem = Forms.cut(infinitive, 3);
        if (Forms.ends(infinitive, "ать ять")) {
            addParticiple(forms, Forms.cut(infinitive, 2) + "н");
        } else if (infinitive.endsWith("нуть")) {
            addParticiple(forms, Forms.cut(infinitive, 1).replaceAll("т$", "") + "т");
        } else if (infinitive.endsWith("ить")) {
            addParticiple(forms, stem + "ен");
            for (String[] soft : SOFTENED) {
                if (stem.endsWith(soft[0])) {
                    addParticiple(forms, Forms.cut(stem, soft[0].length()) + soft[1] + "ен");
                }
            }
        } else {
            addParticiple(forms, Forms.cut(third, 2) + "ен");
        }
    }

    private static void addParticiple(Forms forms, String passive) {
        forms.add(Form.PARTICIPLE, passive, "0 а о ы");
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        String one = Forms.cut(base, 1);
        String two = base.length() > 2 ? Forms.cut(base, 2) : base;
        forms.add(Form.NOUN, base, "0");
        if (base.length() > 4 && Forms.ends(base, "ый ий ой ая ое ые")) {
            forms.add(Form.NOUN, two, "ый ий ая яя ое ее ые ие ого его ому ему ую юю ым им ом ем");
            return forms.add(Form.NOUN, two, "ой ей ых их ыми ими").all;
        }
        if (Forms.ends(base, "ие ье ия")) {
            forms.add(Form.NOUN, one, "и й я ю е ем ей ям ями ях");
        } else if (base.endsWith("а")) {
            forms.add(Form.NOUN, one, "ы и е у ой ей 0 ам ами ах");
            if (base.endsWith("ка")) {
                forms.add(Form.NOUN, two, "ок ек");
            }
        } else if (Forms.ends(base, "я ь й")) {
            forms.add(Form.NOUN, one, "и е я ю ей ью ем ев ям ями ях ь");
        } else if (base.endsWith("о")) {
            forms.add(Form.NOUN, one, "а у ом е 0 ам ами ах");
        } else if (Forms.ends(base, "ы и")) {
            forms.add(Form.NOUN, one, "0 ов ам ами ах ей");
        } else {
            String stem = base.endsWith("ец") ? two + "ц" : base;
            forms.add(Form.NOUN, stem, "а у ом ем е ы и ов ев ей ам ами ах");
        }
        return forms.all;
    }
}
