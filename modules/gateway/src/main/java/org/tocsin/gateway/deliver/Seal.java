package org.tocsin.gateway.deliver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.SealKeys;
import org.tocsin.wire.topic.Topics;

/**
 * Keeps what is secret of subscribers from those who can read {@code news.subscribers}, or a disk:
 * their secrets and addresses are written as {@code sealed:KEY:BASE64}, with AES in Galois counter
 * mode (NIST SP 800-38D), a nonce of 12 random bytes before the text and its tag of 16 after it. A
 * sealed text opens only as its own subscriber's, so none can be put in another's place.
 *
 * <p>Without a key everything is written as it is. What is clear, or sealed with a key that no
 * longer seals, is read all the same and is {@link #outdated}. What does not open here stays {@link
 * Subscriber#isSealed() sealed}: it is told nothing by this gateway, and loses nothing by that.
 */
public final class Seal {

    private static final String MARK = Subscriber.SEALED;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealKeys keys;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> outdated = ConcurrentHashMap.newKeySet();

    public Seal(SealKeys keys) {
        this.keys = keys;
    }

    /** Serdes that write subscribers sealed, and read them open. */
    public AvroSerdes over(AvroSerdes serdes) {
        return serdes.altering(Topics.SUBSCRIBERS, this::sealed, this::opened);
    }

    /** The name of the key that seals, null for none. */
    String key() {
        return keys.sealing().orElse(null);
    }

    /** Whether that subscriber stood clear, or under another key, when it was last read. */
    boolean isOutdated(String subscriber) {
        return outdated.contains(subscriber);
    }

    Set<String> outdated() {
        return Set.copyOf(outdated);
    }

    Subscriber sealed(Subscriber subscriber) {
        return key() == null ? subscriber : subscriber.veiled(text -> seal(text, subscriber.id()));
    }

    Subscriber opened(Subscriber subscriber) {
        if (key() == null || subscriber.address().startsWith(MARK + key() + ":")) {
            outdated.remove(subscriber.id());
        } else {
            outdated.add(subscriber.id());
        }
        return subscriber.veiled(text -> open(text, subscriber.id()));
    }

    private String seal(String text, String subscriber) {
        if (text.startsWith(MARK)) {
            // It did not open here: whoever has its key still needs it as it is.
            return text;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.find(key()).orElseThrow(), nonce);
            cipher.updateAAD(subscriber.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] whole =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return MARK
                    + key()
                    + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + CIPHER, e);
        }
    }

    /** The text as it is where it is not sealed, or does not open here. */
    private String open(String text, String subscriber) {
        String[] parts = text.split(":", 3);
        SecretKey key = parts.length < 3 ? null : keys.find(parts[1]).orElse(null);
        if (!text.startsWith(MARK) || key == null) {
            return text;
        }
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce);
            cipher.updateAAD(subscriber.getBytes(StandardCharsets.UTF_8));
            int length = Math.max(0, whole.length - NONCE_BYTES);
            byte[] clear = cipher.doFinal(whole, Math.min(NONCE_BYTES, whole.length), length);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return text;
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
