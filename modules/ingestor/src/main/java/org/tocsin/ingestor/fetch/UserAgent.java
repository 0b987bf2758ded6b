package org.tocsin.ingestor.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Who asks, in every request: one honest name, with where to complain. */
final class UserAgent {

    private UserAgent() {}

    /** {@code contact} is a URL or an address. */
    static String of(Optional<String> contact) {
        String said = contact.orElse("").replaceAll("[^\\x21-\\x7e]|[()\\\\]", "");
        return "Tocsin/"
                + version()
                + (said.isEmpty() ? " (news feed reader)" : " (+" + said + ")");
    }

    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("version")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
