package org.tocsin.core.watch.hush;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.query.SourceClause;

/**
 * What analysts do not want to hear of for a while, live. A mute holds from when it was said until
 * its end, by the time at which articles were fetched; so the same articles and the same mutes ring
 * the same, whenever they are read again.
 *
 * <p>Safe for many threads.
 */
public final class Mutes {

    private final Map<String, AlertVerdict> byKey = new ConcurrentHashMap<>();
    private final Map<String, AlertVerdict> sources = new ConcurrentHashMap<>();

    /** What would ring: where, about what, told by whom, and when that was fetched. */
    public record Ring(String watchlist, String thread, String story, String source, Instant at) {}

    /** What an analyst said under that key; null where it was taken back. */
    public void put(String key, AlertVerdict verdict) {
        byKey.remove(key);
        sources.remove(key);
        if (verdict != null && verdict.word() == AlertVerdict.Word.MUTED) {
            (verdict.about() == About.SOURCE ? sources : byKey).put(key, verdict);
        }
    }

    public boolean silence(Ring ring) {
        return (!byKey.isEmpty()
                        && (isMuted(About.WATCHLIST, ring.watchlist(), ring.at())
                                || isMuted(About.STORY, ring.story(), ring.at())
                                || isMuted(About.THREAD, ring.thread(), ring.at())))
                || (!sources.isEmpty() && ring.source() != null && isSourceMuted(ring));
    }

    private boolean isMuted(About about, String object, Instant at) {
        AlertVerdict mute = byKey.get(AlertVerdict.keyOf(about, object));
        return mute != null && mute.isMuteAt(at);
    }

    private boolean isSourceMuted(Ring ring) {
        return sources.values().stream()
                .filter(mute -> mute.isMuteAt(ring.at()))
                .anyMatch(mute -> new SourceClause(mute.thread()).names(ring.source()));
    }
}
