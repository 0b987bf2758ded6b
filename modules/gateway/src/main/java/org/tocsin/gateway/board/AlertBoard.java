package org.tocsin.gateway.board;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.log.Timeline;

/**
 * The alert threads as they stand, one row each, and the alerts that led there.
 *
 * <p>Rows come from both alert topics: {@code news.alerts.current} remembers threads that are older
 * than the alerts still held here, {@code news.alerts} is what rings. The higher {@code seq} wins,
 * so their order against each other does not matter.
 */
public final class AlertBoard {

    private static final int THREADS = 5_000;

    private final Timeline<Alert> alerts;
    private final Tally tally = new Tally();
    private final Map<String, Alert> rows = new LinkedHashMap<>();

    public AlertBoard(int alertsHeld) {
        this.alerts = new Timeline<>(alertsHeld);
    }

    /** An alert rang. */
    public void rang(int partition, long offset, Alert alert) {
        stands(alert);
        tally.add(alert);
        alerts.append(partition, offset, alert);
    }

    /** The row of a thread, as it is known to stand. */
    public synchronized void stands(Alert alert) {
        Alert known = rows.get(alert.thread());
        if (known != null && known.seq() > alert.seq()) {
            return;
        }
        // Taken out first, so that the map's order is that of the last change.
        rows.remove(alert.thread());
        rows.put(alert.thread(), alert);
        if (rows.size() > THREADS) {
            rows.remove(rows.keySet().iterator().next());
        }
    }

    public synchronized void cleared(String thread) {
        rows.remove(thread);
    }

    /** The rows, last changed first; ties by thread, so that two instances agree. */
    public synchronized List<Alert> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Alert::time).reversed().thenComparing(Alert::thread))
                .toList();
    }

    public synchronized Optional<Alert> row(String thread) {
        return Optional.ofNullable(rows.get(thread));
    }

    /** The alerts of a thread that are still held, first to last. */
    public List<Alert> history(String thread) {
        return alerts.values().stream()
                .filter(alert -> alert.thread().equals(thread))
                .sorted(Comparator.comparingInt(Alert::seq))
                .toList();
    }

    /** How often they rang, over many more than are held. */
    public Tally tally() {
        return tally;
    }

    public Timeline<Alert> alerts() {
        return alerts;
    }
}
