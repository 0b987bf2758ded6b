package org.tocsin.ingestor.push;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The callback addresses, and what hubs sign with. Both follow from the operator's secret and the
 * subscription, so any ingestor can tell a callback of ours from a guess without having asked for
 * it itself, and no secret is stored anywhere.
 */
final class Callbacks {

    private static final int MARK = 32;
    private static final int SEGMENTS = 4;
    private static final int LONGEST = 1_000;

    private final String base;
    private final byte[] secret;

    /** {@code base} is the public address under which all ingestors are reached. */
    Callbacks(URI base, String secret) {
        this.base = base.toString().replaceAll("/+$", "");
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** What is given to the hub as {@code hub.callback}. */
    String url(Callback callback) {
        return String.join(
                "/",
                base,
                URLEncoder.encode(callback.feed(), StandardCharsets.UTF_8).replace("+", "%20"),
                callback.hub(),
                callback.topic(),
                mark(callback));
    }

    /** What is given to the hub as {@code hub.secret}: 64 characters. */
    String secret(Callback callback) {
        return derive("secret", callback);
    }

    /**
     * The subscription that a request's path names; empty for any path that is not ours. What goes
     * before the last four segments does not matter: a proxy may have cut it off.
     */
    Optional<Callback> read(String path) {
        String[] segments = path.length() > LONGEST ? new String[0] : path.split("/", -1);
        if (segments.length < SEGMENTS) {
            return Optional.empty();
        }
        int at = segments.length - SEGMENTS;
        try {
            String feed = URLDecoder.decode(segments[at], StandardCharsets.UTF_8);
            var callback = new Callback(feed, segments[at + 1], segments[at + 2]);
            return same(mark(callback), segments[at + 3])
                    ? Optional.of(callback)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String mark(Callback callback) {
        return derive("callback", callback).substring(0, MARK);
    }

    /** The purpose keeps what is visible in an address from being what is signed with. */
    private String derive(String purpose, Callback callback) {
        String text = String.join("\n", purpose, callback.hub(), callback.topic(), callback.feed());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
