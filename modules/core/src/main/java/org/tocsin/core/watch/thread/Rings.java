package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.watch.Alert;

/**
 * What rings, and what would if its watchlist were live, each in order. A thread stays what it
 * began as: also where its watchlist has changed since, its end is told to those who knew of it.
 */
public record Rings(List<Alert> live, List<Alert> watched) {

    static Rings none() {
        return new Rings(new ArrayList<>(), new ArrayList<>());
    }

    void add(ThreadState thread, Alert alert) {
        (thread.watching() ? watched : live).add(alert);
    }

    void addAll(Rings more) {
        live.addAll(more.live);
        watched.addAll(more.watched);
    }
}
