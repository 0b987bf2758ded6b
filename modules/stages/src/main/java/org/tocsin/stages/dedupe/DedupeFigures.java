package org.tocsin.stages.dedupe;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.tocsin.core.dedupe.Verdict;

/**
 * What the line in which stories are told has done in this process, and what it holds. Written by
 * its thread, read by any.
 */
public final class DedupeFigures {

    /**
     * What is remembered: articles, items by name, stories, and fingerprints and terms that lead to
     * an article; {@code bytes} are those of the articles; {@code waiting} are the articles in the
     * reorder window.
     */
    public record Held(
            long articles, long items, long stories, long keys, long bytes, long waiting) {

        static final Held NOTHING = new Held(0, 0, 0, 0, 0, 0);
    }

    private final Map<Verdict.Kind, AtomicLong> verdicts = new EnumMap<>(Verdict.Kind.class);
    private final AtomicLong late = new AtomicLong();
    private volatile long lookups;
    private volatile long candidates;
    private volatile Held held = Held.NOTHING;

    DedupeFigures() {
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            verdicts.put(kind, new AtomicLong());
        }
    }

    public long verdicts(Verdict.Kind kind) {
        return verdicts.get(kind).get();
    }

    /** Articles that came when others that belong after them had been told. */
    public long late() {
        return late.get();
    }

    /** Keys by which articles like the one being told were looked for. */
    public long lookups() {
        return lookups;
    }

    /** Articles that the one being told was compared with. */
    public long candidates() {
        return candidates;
    }

    public Held held() {
        return held;
    }

    void told(Verdict.Kind kind) {
        verdicts.get(kind).incrementAndGet();
    }

    void cameLate() {
        late.incrementAndGet();
    }

    void asked(long keys, long articles) {
        lookups = keys;
        candidates = articles;
    }

    void holds(Held now) {
        held = now;
    }
}
