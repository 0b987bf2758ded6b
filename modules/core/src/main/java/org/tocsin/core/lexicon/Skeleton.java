package org.tocsin.core.lexicon;

/**
 * What is left of a word when the ways to write a foreign one in Latin letters are taken from it:
 * Rouhani, Rowhani and Rohani have one skeleton, as have Soleimani and Suleymani, Qaddafi and
 * Gadhafi, Sergey and Sergei.
 *
 * <p>Digraphs become one letter, letters for one sound another; a run of vowels is round (with o or
 * u) or not; doubled letters and a last h go.
 */
final class Skeleton {

    /** With fewer consonants too many words are alike. */
    private static final int FEWEST_CONSONANTS = 3;

    static final int SHORTEST = 5;

    private static final String[][] DIGRAPHS = {
        {"shch", "s"},
        {"sch", "s"},
        {"tch", "s"},
        {"sh", "s"},
        {"ch", "s"},
        {"kh", "h"},
        {"gh", "k"},
        {"dh", "d"},
        {"th", "t"},
        {"ph", "f"},
        {"dj", "j"},
        {"zh", "j"},
        {"ck", "k"},
        {"ow", "u"},
        {"aw", "au"},
        {"x", "ks"}
    };

    private Skeleton() {}

    /** The skeleton of a folded word; null where too little is left to tell it from others. */
    static String of(String word) {
        if (word.length() < SHORTEST) {
            return null;
        }
        var bones = new StringBuilder(word.length());
        int consonants = 0;
        for (int i = 0; i < word.length(); ) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return null;
            }
            String[] digraph = digraph(word, i);
            String sounds = digraph == null ? sound(c) : digraph[1];
            i += digraph == null ? 1 : digraph[0].length();
            for (int k = 0; k < sounds.length(); k++) {
                consonants += append(bones, sounds.charAt(k)) ? 1 : 0;
            }
        }
        int last = bones.length() - 1;
        if (last > 1 && bones.charAt(last) == 'h' && isVowel(bones.charAt(last - 1))) {
            bones.setLength(last);
            consonants--;
        }
        return consonants < FEWEST_CONSONANTS ? null : bones.toString();
    }

    /** True when a consonant was added; vowels join, the round one tells. */
    private static boolean append(StringBuilder bones, char sound) {
        int last = bones.length() - 1;
        char before = last < 0 ? ' ' : bones.charAt(last);
        if (isVowel(sound)) {
            if (!isVowel(before)) {
                bones.append(sound);
            } else if (sound == 'u') {
                bones.setCharAt(last, 'u');
            }
            return false;
        }
        if (before == sound) {
            return false;
        }
        bones.append(sound);
        return true;
    }

    /** {@code ow} is a vowel before a consonant alone: Rowhani, but Nawaz. */
    private static String[] digraph(String word, int at) {
        for (String[] digraph : DIGRAPHS) {
            if (word.startsWith(digraph[0], at)) {
                int next = at + digraph[0].length();
                boolean vowel = next < word.length() && "aeiouy".indexOf(word.charAt(next)) >= 0;
                return digraph[0].endsWith("w") && vowel ? null : digraph;
            }
        }
        return null;
    }

    private static String sound(char c) {
        return switch (c) {
            case 'e', 'i', 'y' -> "a";
            case 'o' -> "u";
            case 'q', 'g', 'c' -> "k";
            case 'w' -> "v";
            default -> String.valueOf(c);
        };
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'u';
    }
}
