package org.tocsin.ingestor.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/** The feeds of one host that wait, and how many of its feeds are out. */
final class HostLine {

    /** When a feed is due. */
    record Slot(Instant due, String feed) {}

    private static final Comparator<Slot> BY_DUE =
            Comparator.comparing(Slot::due).thenComparing(Slot::feed);

    /** Lines in which somebody waits, the longest overdue first. */
    static final Comparator<HostLine> BY_FIRST =
            Comparator.comparing(HostLine::first, BY_DUE).thenComparing(HostLine::host);

    private final String host;
    private final TreeSet<Slot> waiting = new TreeSet<>(BY_DUE);
    private int out;

    HostLine(String host) {
        this.host = host;
    }

    String host() {
        return host;
    }

    Slot first() {
        return waiting.first();
    }

    void add(Slot slot) {
        waiting.add(slot);
    }

    void remove(Slot slot) {
        waiting.remove(slot);
    }

    void leave() {
        out++;
    }

    void comeBack() {
        out--;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Whether its next turn may begin. */
    boolean isOpen() {
        return out == 0 && isWaiting();
    }

    boolean isForgettable() {
        return out == 0 && waiting.isEmpty();
    }

    int overdue(Instant now) {
        return waiting.headSet(new Slot(now, "")).size();
    }
}
