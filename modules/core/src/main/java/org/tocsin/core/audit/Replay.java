package org.tocsin.core.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Dead letters were put back where they came from: what travels on {@code news.replays}, in the
 * transaction that puts them back.
 *
 * <p>{@code letters} are their places on {@code news.dead-letters}, as partition-offset; {@code by}
 * is null when unknown.
 */
public record Replay(String id, List<String> letters, String by, Instant time) {

    public Replay {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        letters = List.copyOf(letters);
    }
}
