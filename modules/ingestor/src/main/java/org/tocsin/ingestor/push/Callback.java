package org.tocsin.ingestor.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tocsin.core.feed.FeedReport.Push;

/** One subscription as its callback address names it: a feed, and where it subscribed to what. */
record Callback(String feed, String hub, String topic) {

    private static final int FINGERPRINT = 16;

    static Callback of(String feed, Push push) {
        return new Callback(feed, fingerprint(push.hub()), fingerprint(push.topic()));
    }

    /** Whether this is about that subscription of the feed, and not one before it. */
    boolean isOf(Push push) {
        return push != null && equals(of(feed, push));
    }

    static String fingerprint(String url) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
