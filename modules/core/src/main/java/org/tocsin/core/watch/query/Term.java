package org.tocsin.core.watch.query;

/**
 * Something that an article has or has not: a word, an actor, a topic. An index files rules by
 * them, under 64 bits of the kind and the letters (FNV-1a, Fowler, Noll and Vo 1991, with a last
 * mix): two things that share all of those have not been seen.
 */
public record Term(Kind kind, String text) {

    /** What it is the name of; the text is folded, or an id. */
    public enum Kind {
        WORD,
        /** The beginning of a word. */
        PREFIX,
        ACTOR,
        TYPE,
        /** Any event of a topic, also one that is denied. */
        TOPIC,
        /** {@code topic:MODALITY} of an event. */
        CLAIM,
        /** A source or a domain above it. */
        SOURCE,
        LANGUAGE;

        private final long seed = 0xcbf29ce484222325L ^ (ordinal() * 0x9e3779b97f4a7c15L);

        /** The hash of a term of this kind from a text's letters. */
        public long hash(CharSequence text) {
            return finish(over(seed, text));
        }

        /** The same of two texts with a colon between, which need not be joined for it. */
        public long hash(CharSequence first, CharSequence second) {
            return finish(over(step(over(seed, first), ':'), second));
        }

        private static long over(long seed, CharSequence text) {
            long hash = seed;
            for (int i = 0; i < text.length(); i++) {
                hash = step(hash, text.charAt(i));
            }
            return hash;
        }
    }

    static final long WORD_SEED = Kind.WORD.seed;

    public long hash() {
        return kind.hash(text);
    }

    static long step(long hash, int letter) {
        return (hash ^ letter) * 0x100000001b3L;
    }

    /** Never 0, which marks an empty place in a table. */
    static long finish(long hash) {
        long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        mixed ^= mixed >>> 29;
        return mixed == 0 ? 1 : mixed;
    }

    static Term word(String folded) {
        return new Term(Kind.WORD, folded);
    }
}
