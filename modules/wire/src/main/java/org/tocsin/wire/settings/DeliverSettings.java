package org.tocsin.wire.settings;

import static org.tocsin.wire.settings.Variable.*;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.tocsin.core.address.Blocks;

/**
 * What an operator can set of the delivery of alerts. {@code allow} are addresses that webhooks may
 * have beside public ones; {@code smtp} is a mail server as a URL, which may hold a password, and
 * {@code from} is set where it is; {@code keys} seal what is secret of subscribers.
 */
public record DeliverSettings(
        Blocks allow, Optional<URI> smtp, Optional<String> from, SealKeys keys) {

    private static final Set<String> SCHEMES = Set.of("smtp", "smtps", "smtp+plain");

    static DeliverSettings from(Environment env) {
        Optional<URI> smtp = env.text(TOCSIN_DELIVER_SMTP).flatMap(value -> smtp(env, value));
        Optional<String> from = env.text(TOCSIN_DELIVER_FROM);
        if (smtp.isPresent() && from.filter(address -> address.contains("@")).isEmpty()) {
            env.fault(
                    "%s needs %s, an address that mails come from"
                            .formatted(TOCSIN_DELIVER_SMTP, TOCSIN_DELIVER_FROM));
        }
        return new DeliverSettings(allow(env), smtp, from, keys(env));
    }

    private static SealKeys keys(Environment env) {
        try {
            return env.text(TOCSIN_DELIVER_KEYS).map(SealKeys::of).orElse(SealKeys.NONE);
        } catch (IllegalArgumentException e) {
            env.fault(TOCSIN_DELIVER_KEYS + ": " + e.getMessage());
            return SealKeys.NONE;
        }
    }

    private static Blocks allow(Environment env) {
        try {
            return env.text(TOCSIN_DELIVER_ALLOW).map(Blocks::of).orElse(Blocks.NONE);
        } catch (IllegalArgumentException e) {
            env.fault(TOCSIN_DELIVER_ALLOW + ": " + e.getMessage());
            return Blocks.NONE;
        }
    }

    /** The value is told to nobody: it may hold a password. */
    private static Optional<URI> smtp(Environment env, String value) {
        try {
            URI uri = new URI(value);
            if (uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        env.fault(TOCSIN_DELIVER_SMTP + " is not smtp://, smtps:// or smtp+plain:// with a host");
        return Optional.empty();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "DeliverSettings[smtp=%s, from=%s]".formatted(smtp.map(URI::getHost), from);
    }
}
