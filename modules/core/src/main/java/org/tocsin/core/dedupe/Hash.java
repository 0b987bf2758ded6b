package org.tocsin.core.dedupe;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/** The hashes of this package: fixed for good, since states kept on disk hold them. */
final class Hash {

    private static final Hasher64 XXH3 = Hashing.xxh3_64();

    private Hash() {}

    /** 32 well-mixed bits of a short word. */
    static int of(String word) {
        return mix(word.hashCode());
    }

    /** 64 bits, for what must not collide. */
    static long wide(String text) {
        return XXH3.hashCharsToLong(text);
    }

    static long wide(String a, String b) {
        return wide(wide(a), wide(b));
    }

    static long wide(long a, long b) {
        return a * 31 + b;
    }

    /** Continues a rolling combination with one more word. */
    static int join(int hash, int word) {
        return Integer.rotateLeft(hash * 0x9E3779B1, 13) ^ word;
    }

    /** The finaliser of MurmurHash3 (Appleby, public domain). */
    static int mix(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
