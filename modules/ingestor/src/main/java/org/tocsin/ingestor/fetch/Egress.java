package org.tocsin.ingestor.fetch;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.tocsin.wire.settings.Settings;

/**
 * How requests leave this machine: past which guard, through which proxy, under which name. {@code
 * tls} is null for the certificates that this JVM trusts.
 */
public record Egress(AddressGuard guard, Optional<URI> proxy, String userAgent, SSLContext tls) {

    public Egress {
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(proxy, "proxy");
        Objects.requireNonNull(userAgent, "userAgent");
    }

    /** As the operator set it, but for the guard. */
    public static Egress of(Settings settings, AddressGuard guard) {
        var ingest = settings.ingest();
        return new Egress(guard, ingest.proxy(), UserAgent.of(ingest.contact()), null);
    }

    /** Without a proxy, and nobody to complain to. */
    public static Egress direct(AddressGuard guard) {
        return new Egress(guard, Optional.empty(), UserAgent.of(Optional.empty()), null);
    }

    Egress trusting(SSLContext context) {
        return new Egress(guard, proxy, userAgent, context);
    }
}
