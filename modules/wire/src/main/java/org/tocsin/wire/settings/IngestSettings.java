package org.tocsin.wire.settings;

import static org.tocsin.wire.settings.Variable.*;

import java.net.URI;
import java.util.Optional;

/**
 * What an operator can set of the ingestor. {@code visitors} fetch at the same time; {@code
 * contact} stands in the user agent; hubs reach {@code pushPort} under {@code pushUrl} and sign
 * with what follows from {@code pushSecret}, which is set where {@code pushUrl} is.
 */
public record IngestSettings(
        boolean allowLoopback,
        int visitors,
        Optional<URI> proxy,
        Optional<String> contact,
        Optional<URI> pushUrl,
        int pushPort,
        Optional<String> pushSecret) {

    private static final int SHORTEST_SECRET = 16;

    static IngestSettings from(Environment env) {
        Optional<URI> pushUrl = env.webAddress(TOCSIN_PUSH_URL);
        Optional<String> secret = env.text(TOCSIN_PUSH_SECRET);
        if (pushUrl.isPresent() && secret.map(String::length).orElse(0) < SHORTEST_SECRET) {
            env.fault(
                    "%s needs a %s of %d characters or more"
                            .formatted(TOCSIN_PUSH_URL, TOCSIN_PUSH_SECRET, SHORTEST_SECRET));
        }
        return new IngestSettings(
                env.flag(TOCSIN_INGEST_ALLOW_LOOPBACK),
                env.number(TOCSIN_INGEST_VISITORS, 1, 1000).orElse(1),
                env.webAddress(TOCSIN_INGEST_PROXY),
                env.text(TOCSIN_INGEST_CONTACT),
                pushUrl,
                env.port(TOCSIN_PUSH_PORT),
                secret);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "IngestSettings[visitors=%d, proxy=%s, pushUrl=%s]"
                .formatted(visitors, proxy, pushUrl);
    }
}
