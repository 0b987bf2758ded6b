package org.tocsin.core.text;

import java.text.Normalizer;

/**
 * Folds case and accents: {@code Erdoğan} and {@code ERDOGAN} become {@code erdogan}.
 *
 * <p>Unicode compatibility decomposition (UAX #15, NFKD) without combining marks, in lower case by
 * the root locale, plus the letters that have no decomposition but are written without their stroke
 * (ı, ø, ł, đ, ß, æ). Arabic vowel signs, hamza seats and tatweel go; Persian and Arabic forms of
 * yeh and kaf become one, and so do the two small sigmas. Cyrillic й and ї stay: they are letters,
 * not accents.
 */
public final class Fold {

    private Fold() {}

    public static String fold(CharSequence text) {
        var folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Letters.folded(text.charAt(i));
            if (folded[i] == Letters.SEVERAL) {
                return slowly(text);
            }
        }
        return new String(folded);
    }

    /** The same without the table, which is made by this. */
    static String slowly(CharSequence text) {
        var folded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            int letter = Character.codePointAt(text, i);
            i += Character.charCount(letter);
            if (letter < 128) {
                folded.append((char) Character.toLowerCase(letter));
            } else {
                append(folded, letter);
            }
        }
        return folded.toString();
    }

    private static void append(StringBuilder folded, int letter) {
        switch (letter) {
            case 'й', 'Й' -> folded.append('й');
            case 'ї', 'Ї' -> folded.append('ї');
            case 'ς' -> folded.append('σ');
            case 'ı', 'İ' -> folded.append('i');
            case 'ø', 'Ø' -> folded.append('o');
            case 'ł', 'Ł' -> folded.append('l');
            case 'đ', 'Đ', 'ð', 'Ð' -> folded.append('d');
            case 'ß', 'ẞ' -> folded.append("ss");
            case 'æ', 'Æ' -> folded.append("ae");
            case 'œ', 'Œ' -> folded.append("oe");
            case 'þ', 'Þ' -> folded.append("th");
            case 'ى', 'ی' -> folded.append('ي');
            case 'ک' -> folded.append('ك');
            case 'ـ', '\u200c', '\u200d', '\u00ad' -> {}
            default -> appendDecomposed(folded, letter);
        }
    }

    private static void appendDecomposed(StringBuilder folded, int letter) {
        String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); ) {
            int part = parts.codePointAt(i);
            i += Character.charCount(part);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                folded.appendCodePoint(Character.toLowerCase(part));
            }
        }
    }
}
