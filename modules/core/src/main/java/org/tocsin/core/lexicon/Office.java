package org.tocsin.core.lexicon;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An office of a state or a body, such as foreign minister: {@code key} is what a {@link Role}
 * names it by, {@code words} what it is called, by language (ISO 639-1), {@code many} whether
 * several persons hold it at once (a spokesman is one of several).
 */
public record Office(String key, boolean many, Map<String, List<String>> words) {

    public Office {
        Objects.requireNonNull(key, "key");
        words = Map.copyOf(words);
    }
}
