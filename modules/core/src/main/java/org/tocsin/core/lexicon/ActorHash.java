package org.tocsin.core.lexicon;

import java.time.LocalDate;
import java.util.List;

/**
 * 64 bits of all that is known of an actor, the same in every process. A lexicon's version is a sum
 * of these, which is the same in any order; each is mixed, or likes would cancel out.
 */
final class ActorHash {

    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long hash = BASIS;

    private ActorHash() {}

    static long of(Actor actor) {
        var hash = new ActorHash();
        hash.add(actor.id());
        hash.add(actor.name());
        hash.add(actor.type().id());
        hash.add(actor.wikidata());
        hash.add(actor.country());
        hash.add(actor.names());
        hash.add(actor.aliases());
        hash.add(actor.adjectives());
        hash.add(actor.seats());
        hash.add(actor.capitalOf());
        hash.add(actor.traps());
        for (Role role : actor.roles()) {
            hash.add(role);
        }
        return hash.mixed();
    }

    private void add(Role role) {
        add(role.office());
        add(role.of());
        add(role.from());
        add(role.to());
    }

    private void add(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            add(texts.get(i));
        }
        add(texts.size());
    }

    /** With its length, so that no two texts are as good as two others; null is none of them. */
    private void add(String text) {
        int length = text == null ? -1 : text.length();
        for (int i = 0; i < length; i++) {
            add(text.charAt(i));
        }
        add(length);
    }

    private void add(LocalDate day) {
        add(day == null ? Integer.MIN_VALUE : (int) day.toEpochDay());
    }

    /** FNV-1a over units instead of bytes, as {@link org.tocsin.core.text.Words#hash}. */
    private void add(int number) {
        hash = (hash ^ number) * PRIME;
    }

    private long mixed() {
        long mixed = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }
}
