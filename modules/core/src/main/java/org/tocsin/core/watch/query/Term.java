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
            return hash(letters(text));
        }

        /** The same of two texts with a colon between, which need not be joined for it. */
        public long hash(CharSequence first, CharSequence second) {
            return hash(letters(second, letters(":", letters(first))));
        }

        /** The same from {@link Term#letters}; never 0, which marks an empty place in a table. */
        long hash(long letters) {
            long hash = letters ^ seed;
            long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
            mixed ^= mixed >>> 29;
            return mixed == 0 ? 1 : mixed;
        }
    }

    /** What the letters of a text are multiplied by, once more with each letter from the end. */
    static final long BASE = 0x9e3779b97f4a7c55L;

    public long hash() {
        return kind.hash(text);
    }

    /** The polynomial of a text's letters. */
    static long letters(CharSequence text) {
        return letters(text, 0);
    }

    private static long letters(CharSequence text, long before) {
        long all = before;
        for (int i = 0; i < text.length(); i++) {
            all = all * BASE + text.charAt(i);
        }
        return all;
    }

    static Term word(String folded) {
        return new Term(Kind.WORD, folded);
    }
}
