package org.tocsin.core.tag;

import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Turkish: the endings of verbs and nouns by vowel harmony, which says of a verb whether it
 * happened, will, may, must or will not, and makes of it the noun that other verbs hold.
 */
final class TurkishForms implements Morphology {

    private static final String VOWELS = "aıoueiöü";
    private static final String VOICELESS = "fstkçşhp";
    private static final String IF = "eger";

    @Override
    public Map<String, Form> verb(String base) {
        String stem = Forms.cut(base, 3);
        boolean ofVowel = isVowel(stem.charAt(stem.length() - 1));
        // "gitmek, gidecek", "etmek, edecek"
        String soft = stem.matches("(.* )?(et|git|güt|tat)") ? Forms.cut(stem, 1) + "d" : stem;
        String a = wide(stem);
        String i = narrow(stem);
        String joined = soft + (ofVowel ? "y" : "");
        String d = VOICELESS.indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "t" : "d";
        String past = d + i;
        var forms = new Forms();
        forms.add(Form.PAST, stem, past + " " + past + "l" + a + "r m" + i + "ş m" + i + "şt" + i);
        forms.add(Form.PAST, stem, past + "ğ" + i + " " + past + "ğ" + i + "n" + i);
        String now = (ofVowel ? Forms.cut(soft, 1) : soft) + (ofVowel ? narrow(soft) : i) + "yor";
        forms.add(Form.THIRD, now, "0 lar du").add(Form.THIRD, joined, a + "rak");
        forms.add(Form.THIRD, soft, ofVowel ? "r" : a + "r " + i + "r " + a + "n " + i + "nca");
        forms.add(Form.FUTURE, joined, a + "c" + a + "k " + a + "c" + a + "kl" + a + "r");
        forms.add(
                Form.FUTURE, joined, a + "c" + a + "ğ" + i + " " + a + "c" + a + "ğ" + i + "n" + i);
        forms.add(Form.POSSIBLE, joined, a + "bilir " + a + "bilecek " + a + "bilecekler");
        forms.add(Form.IMPERATIVE, stem, "m" + a + "l" + i + " s" + i + "n");
        String not = "m" + a;
        forms.add(Form.NEGATED, stem, not + "d" + i + " " + not + "d" + i + "l" + a + "r");
        forms.add(Form.NEGATED, stem, "m" + i + "yor m" + i + "yorlar " + not + "m" + i + "ş");
        forms.add(Form.NEGATED, stem, not + "z " + not + "y" + a + "c" + a + "k");
        forms.add(
                Form.NEGATED,
                stem,
                not + "d" + i + "ğ" + i + " " + not + "d" + i + "ğ" + i + "n" + i);
        forms.add(
                Form.NEGATED,
                stem,
                not + "y" + a + "c" + a + "ğ" + i + " " + not + "y" + a + "c" + a + "ğ" + i + "n"
                        + i);
        forms.add(
                Form.NEGATED,
                joined,
                a + "m" + a + "d" + i + " " + a + "m" + i + "yor " + a + "m" + a + "z");
        forms.add(Form.NOUN, stem, "m" + a + " " + not + "s" + i + " " + not + "s" + i + "n" + i);
        forms.add(Form.NOUN, stem, not + "s" + i + "n" + a + " " + not + "s" + i + "n" + i + "n");
        forms.add(
                Form.NOUN,
                stem,
                not + "y" + i + " " + not + "y" + a + " m" + a + "l" + a + "r" + i);
        return forms.add(Form.NOUN, stem, "m" + a + "k m" + a + "kt" + a).all;
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        forms.add(Form.NOUN, base, "0");
        char last = base.charAt(base.length() - 1);
        boolean ofVowel = isVowel(last);
        addCases(forms, base, ofVowel);
        String soft = soft(base, last);
        if (!soft.equals(base)) {
            addCases(forms, soft, false);
        }
        String many = base + "l" + wide(base) + "r";
        forms.add(Form.NOUN, many, "0");
        addCases(forms, many, false);
        return forms.all;
    }

    /** Case, owner, and case behind owner. */
    private static void addCases(Forms forms, String stem, boolean ofVowel) {
        String a = wide(stem);
        String i = narrow(stem);
        String y = ofVowel ? "y" : "";
        String n = ofVowel ? "n" : "";
        String his = (ofVowel ? "s" : "") + i;
        boolean hard = VOICELESS.indexOf(stem.charAt(stem.length() - 1)) >= 0;
        String d = hard ? "t" : "d";
        forms.add(Form.NOUN, stem, y + i + " " + y + a + " " + n + i + "n " + y + "l" + a);
        forms.add(Form.NOUN, stem, d + a + " " + d + a + "n " + d + a + "ki");
        String owner = stem + his;
        forms.add(
                Form.NOUN,
                owner,
                "0 n" + i + " n" + a + " n" + i + "n nd" + a + " nd" + a + "n yl" + a);
    }

    private static String soft(String base, char last) {
        return switch (last) {
            case 'k' -> Forms.cut(base, 1) + "ğ";
            case 'ç' -> Forms.cut(base, 1) + "c";
            case 'p' -> Forms.cut(base, 1) + "b";
            case 't' -> Forms.cut(base, 1) + "d";
            default -> base;
        };
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    private static char lastVowel(String stem) {
        for (int i = stem.length() - 1; i >= 0; i--) {
            if (isVowel(stem.charAt(i))) {
                return stem.charAt(i);
            }
        }
        return 'e';
    }

    private static String wide(String stem) {
        return "aıou".indexOf(lastVowel(stem)) >= 0 ? "a" : "e";
    }

    private static String narrow(String stem) {
        return switch (lastVowel(stem)) {
            case 'a', 'ı' -> "ı";
            case 'o', 'u' -> "u";
            case 'ö', 'ü' -> "ü";
            default -> "i";
        };
    }

    /** A verb that supposes ("girerse") opens a clause as "if" does. */
    @Override
    public int number(String word, ToIntFunction<String> known, ToIntFunction<String> head) {
        boolean supposes = word.length() > 5 && Forms.ends(word, "rsa rse zsa zse rlarsa rlerse");
        return supposes ? known.applyAsInt(IF) : Vocabulary.UNKNOWN;
    }
}
