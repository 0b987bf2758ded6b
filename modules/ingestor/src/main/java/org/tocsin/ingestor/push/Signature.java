package org.tocsin.ingestor.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature that a hub claims for a body, checked while the body comes in: {@code
 * X-Hub-Signature: method=hex}, W3C WebSub, 8.1. Belongs to one request.
 */
final class Signature {

    private static final Map<String, String> METHODS =
            Map.of(
                    "sha1", "HmacSHA1",
                    "sha256", "HmacSHA256",
                    "sha384", "HmacSHA384",
                    "sha512", "HmacSHA512");

    private final Mac mac;
    private final byte[] claimed;

    private Signature(Mac mac, byte[] claimed) {
        this.mac = mac;
        this.claimed = claimed;
    }

    /** Of that header's value; empty where it is none, or made by a method that we do not know. */
    static Optional<Signature> claimed(String header, String secret) {
        String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
        String method = METHODS.get(parts.length < 2 ? "" : parts[0].toLowerCase(Locale.ROOT));
        if (method == null) {
            return Optional.empty();
        }
        try {
            var mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return Optional.of(new Signature(mac, HexFormat.of().parseHex(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + method, e);
        }
    }

    /** The next bytes of the body, which are left unread. */
    void update(ByteBuffer bytes) {
        mac.update(bytes.duplicate());
    }

    /** Whether it is the signature of the bytes so far; to be asked once. */
    boolean holds() {
        return MessageDigest.isEqual(mac.doFinal(), claimed);
    }
}
