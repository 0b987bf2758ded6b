package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Two texts laid side by side by their longest common subsequence of words, and what stands in one
 * where the other has something else.
 *
 * <p>Reports made from one template (quakes, market closes, daily casualty counts) share nearly all
 * words and differ in numbers, dates and places: there a number faces another number between words
 * that agree. An editor's cut or addition faces nothing.
 */
final class Alignment {

    /** A hole wider than this is a rewrite, not an exchange. */
    private static final int HOLE = 5;

    /** Texts that agree in so much are laid side by side rightly even at single words. */
    private static final double OF_ONE_MOULD = 0.65;

    private final short[] left;
    private final short[] right;
    private int[] partner;
    private int common;

    // Worked out when first asked for; of most texts it is enough how much agrees.
    private boolean compared;
    private int sameNumbers;
    private int sameNames;
    private Set<Integer> otherNumbers;
    private Set<Integer> otherNames;

    private Alignment(short[] left, short[] right) {
        this.left = left;
        this.right = right;
    }

    static Alignment of(short[] left, short[] right) {
        var alignment = new Alignment(left, right);
        alignment.align();
        return alignment;
    }

    /** How many words agree, in order. */
    int common() {
        return common;
    }

    /** Where the word at that place of the left stands in the right; -1 where it does not. */
    int partner(int left) {
        return partner[left];
    }

    /** How many words agree in a row from that place of the left on. */
    int runFrom(int left) {
        int length = 0;
        while (left + length < partner.length
                && partner[left] >= 0
                && partner[left + length] == partner[left] + length) {
            length++;
        }
        return length;
    }

    /** The part of the shorter text that agrees. */
    double share() {
        int shorter = Math.min(left.length, right.length);
        return shorter == 0 ? 0 : (double) common / shorter;
    }

    /** The part of both texts together that agrees. */
    double likeness() {
        int both = left.length + right.length;
        return both == 0 ? 0 : 2.0 * common / both;
    }

    int exchangedNumbers() {
        return compared().otherNumbers.size();
    }

    int exchangedNames() {
        return compared().otherNames.size();
    }

    int sameNumbers() {
        return compared().sameNumbers;
    }

    int sameNames() {
        return compared().sameNames;
    }

    private boolean agree(int i, int j) {
        return Codes.word(left[i]) == Codes.word(right[j]);
    }

    private void align() {
        partner = new int[left.length];
        int begin = alike();
        common = begin;
        Arrays.fill(partner, begin, left.length, -1);
        if (begin == left.length || begin == right.length) {
            return;
        }
        var table = LcsTable.of(left, right, begin);
        for (int i = begin, j = begin; i < left.length && j < right.length; ) {
            if (agree(i, j)) {
                partner[i++] = j++;
                common++;
            } else if (table.needs(i, j)) {
                j++;
            } else {
                i++;
            }
        }
    }

    /** How many words the two begin with alike, as copies do: each is its fellow's partner. */
    private int alike() {
        int most = Math.min(left.length, right.length);
        int at = 0;
        while (at < most && agree(at, at)) {
            partner[at] = at++;
        }
        return at;
    }

    private Alignment compared() {
        if (!compared) {
            compared = true;
            otherNumbers = new HashSet<>();
            otherNames = new HashSet<>();
            compareHoles();
        }
        return this;
    }

    private void compareHoles() {
        int last = -1;
        for (int i = 0; i < left.length; i++) {
            if (partner[i] < 0) {
                continue;
            }
            countAgreement(left[i]);
            if (last >= 0 && isHole(last, i) && isAnchored(last, i)) {
                exchange(Codes.NUMBER, last, i, otherNumbers);
                exchange(Codes.NAME, last, i, otherNames);
            }
            last = i;
        }
    }

    private void countAgreement(short code) {
        if (Codes.kind(code) == Codes.NUMBER) {
            sameNumbers++;
        } else if (Codes.kind(code) == Codes.NAME) {
            sameNames++;
        }
    }

    private boolean isHole(int from, int to) {
        int wide = to - from - 1;
        int otherWide = partner[to] - partner[from] - 1;
        return wide > 0 && otherWide > 0 && wide <= HOLE && otherWide <= HOLE;
    }

    /** True where the words around the hole agree in a run, so that the hole is a place for one. */
    private boolean isAnchored(int from, int to) {
        int run = 2;
        run += from > 0 && partner[from - 1] == partner[from] - 1 ? 1 : 0;
        run += to + 1 < left.length && partner[to + 1] == partner[to] + 1 ? 1 : 0;
        return run >= 3 || share() >= OF_ONE_MOULD;
    }

    private void exchange(int kind, int from, int to, Set<Integer> found) {
        if (!has(kind, left, from + 1, to) || !has(kind, right, partner[from] + 1, partner[to])) {
            return;
        }
        Set<Integer> here = words(left, from + 1, to, kind);
        Set<Integer> there = words(right, partner[from] + 1, partner[to], kind);
        if (here.stream().noneMatch(there::contains)) {
            found.add(here.hashCode() * 31 + there.hashCode());
        }
    }

    private static boolean has(int kind, short[] codes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Codes.kind(codes[i]) == kind) {
                return true;
            }
        }
        return false;
    }

    private static Set<Integer> words(short[] codes, int from, int to, int kind) {
        var words = new HashSet<Integer>();
        for (int i = from; i < to; i++) {
            if (Codes.kind(codes[i]) == kind) {
                words.add(Codes.word(codes[i]));
            }
        }
        return words;
    }
}
