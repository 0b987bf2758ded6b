package org.tocsin.core.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Entries of the audit as a chain, each of which seals those before it (after Haber and Stornetta,
 * "How to time-stamp a digital document", 1991): whoever knows one hash can tell whether anything
 * up to it was changed, left out or put in later.
 *
 * <p>An entry's hash is the SHA-256 of its fields one after another, in the order {@code number},
 * {@code previous}, {@code object}, {@code kind}, {@code action}, {@code version}, {@code by},
 * {@code time} (milliseconds since 1970), {@code before}, {@code after}, {@code why}. Each is
 * written as its length in bytes (four bytes, big-endian) and its text in UTF-8, numbers in decimal
 * digits; a field that is null is the length -1 alone.
 */
public final class AuditChain {

    private AuditChain() {}

    /**
     * The entry as the next of the chain.
     *
     * @param last the last entry so far; null where there is none
     */
    public static AuditEntry after(AuditEntry last, AuditEntry next) {
        long number = last == null ? 1 : last.number() + 1;
        String previous = last == null ? null : last.hash();
        AuditEntry placed = next.chained(number, previous, null);
        return placed.chained(number, previous, hash(placed));
    }

    /** What the entry's hash must be. */
    static String hash(AuditEntry entry) {
        MessageDigest digest = sha256();
        for (Object field :
                Arrays.asList(
                        entry.number(),
                        entry.previous(),
                        entry.object(),
                        entry.kind(),
                        entry.action(),
                        entry.version(),
                        entry.by(),
                        entry.time().toEpochMilli(),
                        entry.before(),
                        entry.after(),
                        entry.why())) {
            byte[] text = field == null ? null : field.toString().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(text == null ? -1 : text.length).flip());
            if (text != null) {
                digest.update(text);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
