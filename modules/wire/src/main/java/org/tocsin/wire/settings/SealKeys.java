package org.tocsin.wire.settings;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of AES that seal what is secret on the log, by name, in the order they were given. */
public final class SealKeys {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,32}):(.+)");

    /** Nothing is sealed. */
    public static final SealKeys NONE = new SealKeys(Map.of());

    private final Map<String, SecretKey> byName;

    private SealKeys(Map<String, SecretKey> byName) {
        this.byName = byName;
    }

    /**
     * Reads {@code NAME:BASE64} with commas.
     *
     * @throws IllegalArgumentException with what is wrong, and never with what was given
     */
    public static SealKeys of(String text) {
        var keys = new LinkedHashMap<String, SecretKey>();
        for (String part : text.split(",")) {
            Matcher form = FORM.matcher(part.strip());
            if (!form.matches()) {
                throw new IllegalArgumentException("a key is NAME:BASE64");
            }
            String name = form.group(1);
            if (keys.put(name, new SecretKeySpec(bytes(name, form.group(2)), "AES")) != null) {
                throw new IllegalArgumentException("two keys have the name " + name);
            }
        }
        return new SealKeys(keys);
    }

    private static byte[] bytes(String name, String base64) {
        byte[] bytes = {};
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Said below, without the key.
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "the key %s is not the base64 of %d bytes, as `openssl rand -base64 %d` gives"
                            .formatted(name, BYTES, BYTES));
        }
        return bytes;
    }

    /** The name of the key that seals; empty where nothing is sealed. */
    public Optional<String> sealing() {
        return byName.keySet().stream().findFirst();
    }

    public Optional<SecretKey> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Their names, never the keys. */
    @Override
    public String toString() {
        return "SealKeys" + List.copyOf(byName.keySet());
    }
}
