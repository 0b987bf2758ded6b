package org.tocsin.core.tag;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a sentence was found to say of an event, each with the words that say so. The first in the
 * order of {@link Modality} is the event's.
 */
final class Claims {

    /** A claim, how it was read, and the words {@code from} up to {@code to} that make it. */
    record Claim(Modality modality, String how, int from, int to) {}

    private final Map<Modality, Claim> said = new EnumMap<>(Modality.class);

    void add(Modality modality, String how, int from, int to) {
        said.putIfAbsent(modality, new Claim(modality, how, from, to));
    }

    void add(Modality modality, String how, int word) {
        add(modality, how, word, word + 1);
    }

    /** What a cue says, by itself or through its verb group. */
    void add(Modality modality, PhraseIndex.Hit<Cue> cue) {
        add(
                modality,
                cue.meaning().side().how() + " '" + cue.phrase().text() + "'",
                cue.from(),
                cue.to());
    }

    void addAll(Claims others) {
        others.said.forEach(said::putIfAbsent);
    }

    void remove(Modality... modalities) {
        for (Modality modality : modalities) {
            said.remove(modality);
        }
    }

    boolean has(Modality modality) {
        return said.containsKey(modality);
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** Something said of the event as a whole: what stands inside ("to lift") is then its means. */
    boolean hasOuter() {
        return said.keySet().stream().anyMatch(Claims::isOuter);
    }

    static boolean isOuter(Modality modality) {
        return switch (modality) {
            case REFUSED, DENIED, THREATENED, DEMANDED, CONDITIONAL, ANNOUNCED -> true;
            default -> false;
        };
    }

    /** The first that fits; null where nothing is said, so that it is told as a fact. */
    Claim first() {
        return said.isEmpty() ? null : said.values().iterator().next();
    }
}
