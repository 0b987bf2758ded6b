package org.tocsin.core.lexicon;

/**
 * What is left of a word when the ways to write a foreign one in Latin letters are taken from it:
 * Rouhani, Rowhani and Rohani have one skeleton, as have Soleimani and Suleymani, Qaddafi and
 * Gadhafi, Sergey and Sergei.
 *
 * <p>Digraphs become one letter, letters for one sound another; a run of vowels is round (with o or
 * u) or not; doubled letters and a last h go. Asked of every unknown capitalised word of a text, so
 * it goes by letters and not by lists.
 */
final class Skeleton {

    static final int SHORTEST = 5;

    /** With fewer consonants too many words are alike. */
    private static final int FEWEST_CONSONANTS = 3;

    private final String word;
    private final char[] bones;
    private int length;
    private int consonants;

    private Skeleton(String word) {
        this.word = word;
        bones = new char[2 * word.length()];
    }

    /** The skeleton of a folded word; null where too little is left to tell it from others. */
    static String of(String word) {
        if (word.length() < SHORTEST) {
            return null;
        }
        var skeleton = new Skeleton(word);
        for (int i = 0; i < word.length(); ) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return null;
            }
            i += skeleton.take(c, i);
        }
        return skeleton.told();
    }

    /**
     * Whether two words of one skeleton have like vowels too: Rouhani and Ruhani, Bashir and
     * Beshir, not Maliki and Malaga. An e may be any vowel but a round one.
     */
    static boolean isClose(String one, String other) {
        String vowels = vowels(one);
        String others = vowels(other);
        if (vowels.length() != others.length()) {
            return false;
        }
        for (int i = 0; i < vowels.length(); i++) {
            char a = vowels.charAt(i);
            char b = others.charAt(i);
            if (a != b && (a == 'u' || b == 'u' || a != 'e' && b != 'e')) {
                return false;
            }
        }
        return true;
    }

    /** A letter for each run of vowels: round, with an a, of e alone, or else i. */
    private static String vowels(String word) {
        var vowels = new StringBuilder();
        boolean within = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char kind = kindOfVowel(c, within && !isVowelAt(word, i + 1));
            if (kind == ' ') {
                within = false;
            } else if (!within) {
                vowels.append(kind);
                within = true;
            } else {
                int last = vowels.length() - 1;
                vowels.setCharAt(last, broader(vowels.charAt(last), kind));
            }
        }
        return vowels.toString();
    }

    private static boolean isVowelAt(String word, int i) {
        return i < word.length() && "aeiouy".indexOf(word.charAt(i)) >= 0;
    }

    /** A w behind a vowel only lengthens it. */
    private static char kindOfVowel(char c, boolean lengthens) {
        return switch (c) {
            case 'o', 'u' -> 'u';
            case 'a', 'e' -> c;
            case 'i', 'y' -> 'i';
            case 'w' -> lengthens ? 'u' : ' ';
            default -> ' ';
        };
    }

    private static char broader(char one, char other) {
        if (one == 'u' || other == 'u') {
            return 'u';
        }
        return one == 'a' || other == 'a' ? 'a' : 'i';
    }

    /** Takes what is heard at that letter, and answers how many letters write it. */
    private int take(char c, int at) {
        char next = at(at + 1);
        if (next == 'h' && "skgdtpzc".indexOf(c) >= 0) {
            return takeHushed(c, at);
        }
        if (c == 's' && next == 'c' && at(at + 2) == 'h') {
            return add('s', 3);
        }
        if (c == 't' && next == 'c' && at(at + 2) == 'h') {
            return add('s', 3);
        }
        if (c == 'd' && next == 'j') {
            return add('j', 2);
        }
        if (c == 'c' && next == 'k') {
            return add('k', 2);
        }
        // A vowel before a consonant alone: Rowhani, but Nawaz.
        if ((c == 'o' || c == 'a') && next == 'w' && "aeiouy".indexOf(at(at + 2)) < 0) {
            add(sound(c), 0);
            return add('u', 2);
        }
        if (c == 'x') {
            add('k', 0);
            return add('s', 1);
        }
        return add(sound(c), 1);
    }

    private int takeHushed(char c, int at) {
        return switch (c) {
            case 's' -> add('s', at(at + 2) == 'c' && at(at + 3) == 'h' ? 4 : 2);
            case 'c' -> add('s', 2);
            case 'k' -> add('h', 2);
            case 'g' -> add('k', 2);
            case 'p' -> add('f', 2);
            case 'z' -> add('j', 2);
            default -> add(c, 2);
        };
    }

    private char at(int i) {
        return i < word.length() ? word.charAt(i) : ' ';
    }

    /** Vowels join, the round one tells; returns what it is given to step by. */
    private int add(char sound, int step) {
        char before = length == 0 ? ' ' : bones[length - 1];
        if (isVowel(sound)) {
            if (!isVowel(before)) {
                bones[length++] = sound;
            } else if (sound == 'u') {
                bones[length - 1] = 'u';
            }
        } else if (before != sound) {
            bones[length++] = sound;
            consonants++;
        }
        return step;
    }

    private String told() {
        int last = length - 1;
        if (last > 1 && bones[last] == 'h' && isVowel(bones[last - 1])) {
            length--;
            consonants--;
        }
        return consonants < FEWEST_CONSONANTS ? null : new String(bones, 0, length);
    }

    private static char sound(char c) {
        return switch (c) {
            case 'e', 'i', 'y' -> 'a';
            case 'o' -> 'u';
            case 'q', 'g', 'c' -> 'k';
            case 'w' -> 'v';
            default -> c;
        };
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'u';
    }
}
