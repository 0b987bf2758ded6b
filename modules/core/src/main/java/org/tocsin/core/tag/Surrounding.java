package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of thing that may speak for the modality of an event. One of them is written as its kind
 * and then, each behind a bar, its names and its terms ({@code near-left | not}).
 */
enum Surrounding {
    /** What the rules claim. */
    CLAIM(1),
    /** And how they read it. */
    CLAIM_HOW(2),
    CLAIM_TOPIC(2),
    /** And whether a rule or the model of topics told the event. */
    CLAIM_TELLER(2),
    /** And the word that they read it from. */
    CLAIM_WORD(1),
    TOPIC(1),
    FORM(1),
    MARK(1),
    TRIGGER(0),
    LEFT(0),
    NEAR_LEFT(0),
    /** The two terms right before the trigger. */
    BEFORE(0),
    RIGHT(0),
    NEAR_RIGHT(0),
    /** The two right behind it. */
    AFTER(0);

    private static final String BAR = " | ";

    private static final Map<String, Surrounding> BY_LETTERS = new HashMap<>();

    static {
        for (Surrounding kind : values()) {
            BY_LETTERS.put(kind.letters, kind);
        }
    }

    private final String letters = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How many of its parts are names; the others are terms. */
    private final int names;

    Surrounding(int names) {
        this.names = names;
    }

    /** {@code null} and {@link Vocabulary#UNKNOWN} stand for what one of that kind has not. */
    long hash(String name, String other, int term, int next) {
        long hash = mixed(ordinal() + 1, name == null ? 0 : name.hashCode());
        hash = mixed(hash, other == null ? 0 : other.hashCode());
        return mixed(mixed(hash, term), next);
    }

    private static long mixed(long hash, int more) {
        long mixed = (hash ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    String written(String... parts) {
        return letters
                + BAR
                + Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(BAR));
    }

    /** The hash of one as it is written. */
    static long hash(String written, ToIntFunction<String> terms) {
        String[] parts = written.split(java.util.regex.Pattern.quote(BAR));
        Surrounding kind = BY_LETTERS.get(parts[0]);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of surrounding: " + written);
        }
        String[] rest = Arrays.copyOfRange(parts, 1, 5);
        return kind.hash(
                kind.names > 0 ? rest[0] : null,
                kind.names > 1 ? rest[1] : null,
                number(rest[kind.names], terms),
                number(rest[kind.names + 1], terms));
    }

    private static int number(String term, ToIntFunction<String> terms) {
        return term == null ? Vocabulary.UNKNOWN : terms.applyAsInt(term);
    }
}
