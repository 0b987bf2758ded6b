package org.tocsin.core.watch.query;

/**
 * Something that an article has or has not: a word, an actor, a topic. An index files rules by
 * them, under 64 bits of the kind and the letters: two things that share all of those have not been
 * seen.
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
        public long hash(String text) {
            return this == WORD ? WordHash.of(text) : hash(letters(text));
        }

        /** The same from {@link Term#letters}; never 0, which marks an empty place in a table. */
        public long hash(long letters) {
            long hash = letters ^ seed;
            long mixed = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
            mixed ^= mixed >>> 29;
            return mixed == 0 ? 1 : mixed;
        }
    }

    /** Letters to stand behind others, which need not be joined for it. */
    public static final class Ending {

        private final long letters;
        private long factor = 1;

        public Ending(String text) {
            letters = Term.letters(text);
            for (int i = 0; i < text.length(); i++) {
                factor *= BASE;
            }
        }

        /** The {@link Term#letters} of a text with those letters and this ending. */
        public long behind(long before) {
            return before * factor + letters;
        }
    }

    /** What the letters of a text are multiplied by, once more with each letter from the end. */
    private static final long BASE = 0x9e3779b97f4a7c55L;

    public long hash() {
        return kind.hash(text);
    }

    /** The polynomial of a text's letters. */
    public static long letters(String text) {
        long all = 0;
        int length = text.length();
        // Two in one go: each step waits for the one before.
        for (int i = 0; i + 1 < length; i += 2) {
            all = all * (BASE * BASE) + (text.charAt(i) * BASE + text.charAt(i + 1));
        }
        return length % 2 == 0 ? all : all * BASE + text.charAt(length - 1);
    }

    static Term word(String folded) {
        return new Term(Kind.WORD, folded);
    }
}
