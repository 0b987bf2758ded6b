package org.tocsin.core.request;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * A step of a request that bears an {@code Idempotency-Key}: what travels on {@code news.requests}.
 * Read in order, they say of every request who does it and what came of it.
 *
 * @param id whose request it is and with which key, as a hash
 * @param attempt one doing of it; of two that begin together the log's first is the one
 * @param asked what was asked, as a hash
 * @param time the time of day
 * @param status of the answer; 0 before there is one
 * @param headers of the answer, those that are said again
 * @param body of the answer; null where it is not kept
 */
public record RequestNote(
        String id,
        Step step,
        String attempt,
        String asked,
        Instant time,
        int status,
        Map<String, String> headers,
        String body) {

    /** How far an attempt has come. */
    public enum Step {
        BEGUN,
        /** What it changes is changed: stands on the log in the same transaction. */
        DONE,
        ANSWERED,
        /** Nothing came of it, so it can be tried again. */
        FAILED
    }

    public RequestNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(time, "time");
        headers = Map.copyOf(headers);
    }

    public static RequestNote begun(String id, String attempt, String asked, Instant time) {
        return new RequestNote(id, Step.BEGUN, attempt, asked, time, 0, Map.of(), null);
    }

    /** The same attempt, further on. */
    public RequestNote at(Step further, Instant then) {
        return new RequestNote(id, further, attempt, asked, then, 0, Map.of(), null);
    }

    /** The same attempt, answered so. */
    public RequestNote answered(int code, Map<String, String> said, String text, Instant then) {
        return new RequestNote(id, Step.ANSWERED, attempt, asked, then, code, said, text);
    }
}
