package org.tocsin.ingestor.push;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.subscribe.Subscription;

/** Asks hubs to begin, go on or end: W3C WebSub, 5.1. Safe for many threads; waits for answers. */
final class Hubs {

    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private final Function<FetchRequest, FetchOutcome> post;
    private final Callbacks callbacks;

    /** {@code post} is polite, guarded, and safe for many threads. */
    Hubs(Function<FetchRequest, FetchOutcome> post, Callbacks callbacks) {
        this.post = post;
        this.callbacks = callbacks;
    }

    /**
     * What to make of asking for the subscription now; null where the hub's turn is yet to come.
     */
    Push ask(String feed, Push push, Instant now) {
        Callback callback = Callback.of(feed, push);
        FetchOutcome answer =
                post.apply(
                        FetchRequest.post(
                                push.hub(),
                                Map.of(
                                        "hub.mode", "subscribe",
                                        "hub.topic", push.topic(),
                                        "hub.callback", callbacks.url(callback),
                                        "hub.lease_seconds", "" + Subscription.LEASE.toSeconds(),
                                        "hub.secret", callbacks.secret(callback))));
        if (Courtesy.isBusy(answer)) {
            return null;
        }
        Push asked = Subscription.asked(push, now);
        return isRefusal(answer) ? Subscription.denied(asked, now) : asked;
    }

    /** Ends it as far as the hub hears us; else its lease ends by itself. */
    void leave(String feed, Push push) {
        Callback callback = Callback.of(feed, push);
        post.apply(
                FetchRequest.post(
                        push.hub(),
                        Map.of(
                                "hub.mode", "unsubscribe",
                                "hub.topic", push.topic(),
                                "hub.callback", callbacks.url(callback))));
    }

    /** The hub's word, or an address that may not be asked; not a hub that is in trouble. */
    private static boolean isRefusal(FetchOutcome answer) {
        return answer instanceof FetchOutcome.Failed failed
                && (failed.cause() == Cause.ADDRESS || isWord(failed.status()));
    }

    private static boolean isWord(int status) {
        boolean later = status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
        return status / 100 == 4 && !later;
    }
}
