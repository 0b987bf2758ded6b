package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The articles of the last days, in their order of arrival, and the ways to them: by handle, and by
 * the fingerprints and terms that each has ({@link Kept#keys()}). All of it in arrays: well under a
 * kilobyte for an article. Not thread-safe.
 */
public final class Window {

    /** What a cache takes in at once. */
    private static final int LINE = 64;

    private final Slabs slabs = new Slabs();
    private final KeyIndex handles = new KeyIndex();
    private final KeyIndex keys = new KeyIndex();
    private int size;
    private long bytes;
    private long candidates;

    /** Nothing; written so that reading ahead is not left out as useless. */
    private int touched;

    /** How many articles it holds. */
    public int size() {
        return size;
    }

    /** How many fingerprints and terms lead to one. */
    public int keyCount() {
        return keys.size();
    }

    /** What the articles take, without the ways to them. */
    public long bytes() {
        return bytes;
    }

    /** How many fingerprints and terms were looked up so far. */
    public long lookups() {
        return keys.lookups();
    }

    /** How many articles were read so far. */
    public long candidates() {
        return candidates;
    }

    KeyIndex keys() {
        return keys;
    }

    public Optional<Kept> article(long handle) {
        int address = address(handle);
        return address == 0 ? Optional.empty() : Optional.of(at(address));
    }

    private int address(long handle) {
        int found = handles.find(Long.hashCode(handle));
        for (int i = handles.remembered(found) - 1; i >= 0; i--) {
            int address = handles.holder(found, i);
            if (handle(address) == handle) {
                return address;
            }
        }
        return 0;
    }

    /**
     * Reads of each article a byte of every line of the cache up to there, with nothing to decide
     * between: a memory larger than any cache is asked for all of them at a time.
     */
    void touch(int[] addresses, int length) {
        int seen = 0;
        for (int address : addresses) {
            byte[] slab = slabs.slab(address);
            int from = slabs.offset(address);
            int to = Math.min(slab.length, from + length);
            for (int at = from; at < to; at += LINE) {
                seen += slab[at];
            }
        }
        touched = seen;
    }

    Kept at(int address) {
        candidates++;
        return new Kept(slabs.slab(address), slabs.offset(address));
    }

    long handle(int address) {
        return Kept.handle(slabs.slab(address), slabs.offset(address));
    }

    /** Puts the article behind all others, unless it is there already; it may be led to now. */
    public void put(Kept article) {
        if (address(article.handle()) != 0) {
            return;
        }
        int address = article.appendTo(slabs);
        handles.add(Long.hashCode(article.handle()), address);
        for (int key : article.keys()) {
            keys.add(key, address);
        }
        size++;
        bytes += length(address);
    }

    /** Takes an article out, wherever it stands. */
    public void remove(long handle) {
        int address = address(handle);
        if (address != 0) {
            Kept article = at(address);
            remove(article, address);
            article.giveUp();
        }
    }

    private void remove(Kept article, int address) {
        handles.remove(Long.hashCode(article.handle()), address);
        for (int key : article.keys()) {
            keys.remove(key, address);
        }
        size--;
        bytes -= length(address);
    }

    private int length(int address) {
        return (int) Slabs.INT.get(slabs.slab(address), slabs.offset(address));
    }

    /** Takes out all that were seen before then, and tells their handles. */
    public void forgetBefore(Instant then, LongConsumer forgotten) {
        long bound = then.toEpochMilli();
        for (int oldest = slabs.oldest(); oldest != 0; oldest = slabs.oldest()) {
            Kept article = at(oldest);
            if (!article.isGivenUp()) {
                if (article.seenMillis() >= bound) {
                    return;
                }
                remove(article, oldest);
                forgotten.accept(article.handle());
            }
            slabs.dropOldest();
        }
    }

    /** The articles that hold the fingerprint or term, latest last. */
    public Holders holders(int key) {
        int found = keys.find(key);
        var latest = new long[keys.remembered(found)];
        Arrays.setAll(latest, i -> handle(keys.holder(found, i)));
        return new Holders(keys.count(found), latest);
    }
}
