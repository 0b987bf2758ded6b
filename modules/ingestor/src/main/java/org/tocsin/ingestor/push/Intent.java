package org.tocsin.ingestor.push;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.core5.http.NameValuePair;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;

/**
 * What a hub asks by GET: whether we mean what we asked for, or to hear that it refuses. W3C
 * WebSub, 5.2 and 5.3. {@code lease} is never null.
 */
record Intent(String mode, String topic, String challenge, Duration lease, String reason) {

    /** Where the hub does not say: it must, and then it is asked again soon. */
    private static final Duration UNSAID = Duration.ofDays(1);

    private static final int LONGEST_CHALLENGE = 4_000;
    private static final int LONGEST_REASON = 300;

    /** Of the query's parameters, of which the first of each name counts. */
    static Intent of(List<NameValuePair> query) {
        String reason = value(query, "hub.reason");
        return new Intent(
                value(query, "hub.mode"),
                value(query, "hub.topic"),
                value(query, "hub.challenge"),
                lease(value(query, "hub.lease_seconds")),
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private static String value(List<NameValuePair> query, String name) {
        return query.stream()
                .filter(pair -> pair.getName().equals(name) && pair.getValue() != null)
                .map(NameValuePair::getValue)
                .findFirst()
                .orElse("");
    }

    private static Duration lease(String seconds) {
        return seconds.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Integer.parseInt(seconds))
                : UNSAID;
    }

    /** What the feed's owner is to know of it; null where we never asked for anything like it. */
    Pushed note(Callback callback, Instant now) {
        Kind kind =
                switch (mode) {
                    case "subscribe" -> Kind.CONFIRMED;
                    case "unsubscribe" -> Kind.ENDED;
                    case "denied" -> Kind.DENIED;
                    default -> null;
                };
        boolean answerable = kind == Kind.DENIED || isChallenge();
        if (kind == null || !answerable || !Callback.fingerprint(topic).equals(callback.topic())) {
            return null;
        }
        return new Pushed(
                callback.feed(),
                callback.hub(),
                callback.topic(),
                kind,
                now,
                kind == Kind.CONFIRMED ? lease : null,
                kind == Kind.DENIED ? reason : null,
                null,
                null);
    }

    /** What the hub wants to read as our yes. */
    String echo() {
        return mode.equals("denied") ? "" : challenge;
    }

    private boolean isChallenge() {
        return !challenge.isEmpty() && challenge.length() <= LONGEST_CHALLENGE;
    }
}
