package org.tocsin.core.tag;

import java.util.Map;

/**
 * Persian: a verb is its infinitive, with the stem of the present behind a stroke unless it is one
 * of the light verbs, which most verbs are made with. Prefixes say what goes on and what does not;
 * the future's auxiliary stands before as a word of its own, and is a cue.
 */
final class PersianForms implements Morphology {

    private static final Map<String, String> PRESENT =
            Map.ofEntries(
                    Map.entry("کردن", "کن"),
                    Map.entry("شدن", "شو"),
                    Map.entry("دادن", "ده"),
                    Map.entry("زدن", "زن"),
                    Map.entry("گرفتن", "گیر"),
                    Map.entry("داشتن", "دار"),
                    Map.entry("رفتن", "رو"),
                    Map.entry("آمدن", "آی"),
                    Map.entry("رسیدن", "رس"),
                    Map.entry("خواستن", "خواه"),
                    Map.entry("کشتن", "کش"),
                    Map.entry("یافتن", "یاب"),
                    Map.entry("ساختن", "ساز"),
                    Map.entry("گذاشتن", "گذار"),
                    Map.entry("برداشتن", "بردار"),
                    Map.entry("گریختن", "گریز"),
                    Map.entry("شکستن", "شکن"),
                    Map.entry("گشتن", "گرد"),
                    Map.entry("بستن", "بند"),
                    Map.entry("خوردن", "خور"),
                    Map.entry("نمودن", "نما"),
                    Map.entry("فرستادن", "فرست"),
                    Map.entry("ریختن", "ریز"),
                    Map.entry("کشیدن", "کش"),
                    Map.entry("ماندن", "مان"));

    @Override
    public Map<String, Form> verb(String base) {
        String[] parts = base.split("/");
        String past = Forms.cut(parts[0], 1);
        String present = parts.length > 1 ? parts[1] : PRESENT.get(parts[0]);
        var forms = new Forms();
        forms.add(Form.PAST, past, "0 ند ه یم م").add(Form.PAST, "می" + past, "0 ند");
        forms.add(Form.NEGATED, "ن" + past, "0 ند ه یم م").add(Form.NEGATED, "نمی" + past, "0 ند");
        if (present != null) {
            forms.add(Form.THIRD, "می" + present, "د ند یم م").add(Form.THIRD, present, "د ند");
            forms.add(Form.NEGATED, "نمی" + present, "د ند یم م");
            forms.add(Form.BASE, "ب" + present, "د ند").add(Form.NEGATED, "ن" + present, "د ند");
        }
        return forms.add(Form.NOUN, parts[0], "0").all;
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        forms.add(Form.NOUN, base, "0 ها های هایی هایش ان ی ای اش شان هایشان");
        return forms.all;
    }
}
