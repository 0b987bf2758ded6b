package org.tocsin.ingestor.push;

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

    /** What came of asking. */
    enum Answer {
        /** It will ask back. */
        ACCEPTED,
        /** It will not serve us, or is none that may be asked. */
        REFUSED,
        /** It is in trouble. */
        UNREACHED,
        /** It was not asked: its turn is yet to come. */
        BUSY
    }

    /** Asks for a subscription, or for more time of one that runs. */
    Answer ask(String feed, Push push) {
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
        if (!(answer instanceof FetchOutcome.Failed failed)) {
            return Answer.ACCEPTED;
        }
        if (Courtesy.isBusy(failed)) {
            return Answer.BUSY;
        }
        return isRefusal(failed) ? Answer.REFUSED : Answer.UNREACHED;
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
    private static boolean isRefusal(FetchOutcome.Failed failed) {
        return failed.cause() == Cause.ADDRESS || isWord(failed.status());
    }

    private static boolean isWord(int status) {
        boolean later = status == TIMEOUT || status == TOO_EARLY || status == TOO_MANY;
        return status / 100 == 4 && !later;
    }
}
