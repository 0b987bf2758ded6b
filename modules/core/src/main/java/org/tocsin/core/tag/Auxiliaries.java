package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;

/**
 * What each word of a verb group says, as bits; a group says what its words say. The negations and
 * adverbs among them stand in {@code grammar.txt}.
 */
final class Auxiliaries {

    /** Of a word that belongs to no verb group. */
    static final int NONE = 0;

    static final int NEGATED = 1;
    static final int WILL = 1 << 1;
    static final int WOULD = 1 << 2;
    static final int POSSIBLE = 1 << 3;
    static final int OUGHT = 1 << 4;
    static final int TO = 1 << 5;
    static final int PERFECT = 1 << 6;
    static final int BE = 1 << 7;
    static final int PRESENT_BE = 1 << 8;
    static final int CANNOT = 1 << 9;
    static final int DID = 1 << 10;

    /** "that troops be sent". */
    static final int BARE_BE = 1 << 12;

    /** Belongs to the group and says nothing by itself ("also"). */
    private static final int SILENT = 1 << 11;

    private final int[] bits;

    Auxiliaries(Phrases phrases, WordSet negation, WordSet adverb) {
        Vocabulary vocabulary = phrases.vocabulary;
        List<Said> all =
                List.of(
                        new Said(WILL, "will shall ll won"),
                        new Said(WOULD, "would wouldn"),
                        new Said(POSSIBLE, "may might could can"),
                        new Said(OUGHT, "should must ought"),
                        new Said(TO, "to"),
                        new Said(PERFECT, "has have had having"),
                        new Said(BE | PRESENT_BE, "is are am"),
                        new Said(BE, "was were be been being gets got"),
                        new Said(BARE_BE, "be"),
                        new Said(DID, "did does do didn hasn haven"),
                        new Said(CANNOT, "cannot couldn"),
                        new Said(NEGATED, "no"));
        all.forEach(said -> said.words().forEach(vocabulary::add));
        bits = new int[vocabulary.limit()];
        for (int word = 0; word < bits.length; word++) {
            bits[word] = (negation.has(word) ? NEGATED : 0) | (adverb.has(word) ? SILENT : 0);
        }
        for (Said said : all) {
            said.words().forEach(word -> bits[vocabulary.of(word)] |= said.bits());
        }
    }

    private record Said(int bits, List<String> words) {

        Said(int bits, String words) {
            this(bits, Arrays.asList(words.split(" ")));
        }
    }

    /** After it a verb stands in its base form: "may", "will", "did". */
    boolean helpsBase(int word) {
        return (of(word) & (WILL | WOULD | POSSIBLE | OUGHT | CANNOT | DID)) != 0;
    }

    int of(int word) {
        return word < bits.length ? bits[word] : NONE;
    }
}
