package org.tocsin.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that proves a token or a session: {@code tocsin_ID_RANDOM}, so that programs that look
 * for leaked secrets know it, with 80 random bits of id and 256 of secret.
 */
record Secret(String id, String text) {

    private static final Pattern FORM = Pattern.compile("tocsin_([0-9a-f]{20})_[A-Za-z0-9_-]{43}");

    static Secret fresh(SecureRandom random) {
        byte[] id = new byte[10];
        byte[] rest = new byte[32];
        random.nextBytes(id);
        random.nextBytes(rest);
        String name = HexFormat.of().formatHex(id);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(rest);
        return new Secret(name, "tocsin_" + name + "_" + text);
    }

    /** Empty where the text cannot be one. */
    static Optional<Secret> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Secret(form.group(1), text)) : Optional.empty();
    }

    String hash() {
        return hash(text);
    }

    static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes as long whatever differs, so that nobody learns a hash by the clock. */
    static boolean isSame(String hash, String other) {
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII),
                other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Never the text. */
    @Override
    public String toString() {
        return "Secret[id=" + id + "]";
    }
}
