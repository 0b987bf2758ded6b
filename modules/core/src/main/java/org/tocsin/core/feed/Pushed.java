package org.tocsin.core.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a WebSub hub told of a feed, as whichever ingestor it reached hands it to the feed's owner.
 * It is only made of what was checked: a callback path that is ours and, of contents, the signature
 * that goes with it.
 *
 * <p>{@code hub} and {@code topic} are the fingerprints, 16 hex digits each, of the addresses that
 * were subscribed to; {@code lease} is given of what is confirmed, {@code reason} may be of what is
 * denied; {@code contentType} and {@code body} are given of content, else null.
 */
public record Pushed(
        String feed,
        String hub,
        String topic,
        Kind kind,
        Instant received,
        Duration lease,
        String reason,
        String contentType,
        byte[] body) {

    /** What it is about. */
    public enum Kind {
        /** The hub asked whether we meant it, and heard yes. */
        CONFIRMED,
        /** The subscription is over. */
        ENDED,
        /** The hub will not serve it. */
        DENIED,
        /** A feed document with what is new. */
        CONTENT,
        /** There is something new; what it is the feed itself must say. */
        PING
    }

    public Pushed {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(received, "received");
    }
}
