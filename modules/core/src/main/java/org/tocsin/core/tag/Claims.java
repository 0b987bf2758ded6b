package org.tocsin.core.tag;

/**
 * What a sentence was found to say of an event, each with the words that say so. The first in the
 * order of {@link Modality} is the event's.
 */
final class Claims {

    /**
     * A claim, how it was read, and the words {@code from} up to {@code to} that make it. {@code
     * cue} is null where it was not read from one.
     */
    record Claim(Modality modality, Cue cue, String words, int from, int to) {

        String how() {
            return cue == null ? words : cue.side().how() + " '" + words + "'";
        }
    }

    private static final int MODALITIES = Modality.values().length;

    /** By the order of the modality. */
    private final Claim[] said = new Claim[MODALITIES];

    void add(Modality modality, String how, int from, int to) {
        add(new Claim(modality, null, how, from, to));
    }

    private void add(Claim claim) {
        int at = claim.modality().ordinal();
        if (said[at] == null) {
            said[at] = claim;
        }
    }

    void add(Modality modality, String how, int word) {
        add(modality, how, word, word + 1);
    }

    /** What a cue says, by itself or through its verb group. */
    void add(Modality modality, PhraseIndex.Hit<Cue> cue) {
        add(new Claim(modality, cue.meaning(), cue.phrase().text(), cue.from(), cue.to()));
    }

    void addAll(Claims others) {
        for (Claim claim : others.said) {
            if (claim != null) {
                add(claim);
            }
        }
    }

    void remove(Modality... modalities) {
        for (Modality modality : modalities) {
            said[modality.ordinal()] = null;
        }
    }

    boolean has(Modality modality) {
        return said[modality.ordinal()] != null;
    }

    boolean isEmpty() {
        return first() == null;
    }

    /** Something said of the event as a whole: what stands inside ("to lift") is then its means. */
    boolean hasOuter() {
        for (Claim claim : said) {
            if (claim != null && isOuter(claim.modality())) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is said of the event as a whole but, behind it, that it was planned. */
    boolean isOnlyPlanned(int event) {
        for (Claim claim : said) {
            boolean outer = claim != null && isOuter(claim.modality());
            if (outer && (claim.modality() != Modality.ANNOUNCED || claim.from() < event)) {
                return false;
            }
        }
        return has(Modality.ANNOUNCED);
    }

    static boolean isOuter(Modality modality) {
        return switch (modality) {
            case REFUSED, DENIED, THREATENED, DEMANDED, CONDITIONAL, ANNOUNCED -> true;
            default -> false;
        };
    }

    /** The first that fits; null where nothing is said, so that it is told as a fact. */
    Claim first() {
        for (Claim claim : said) {
            if (claim != null) {
                return claim;
            }
        }
        return null;
    }
}
