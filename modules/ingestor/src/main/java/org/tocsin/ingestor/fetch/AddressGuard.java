package org.tocsin.ingestor.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.hc.client5.http.DnsResolver;
import org.tocsin.core.address.AddressRule;
import org.tocsin.wire.settings.Settings;

/**
 * Resolves host names to allowed addresses only ({@link AddressRule}), so that no feed, redirect or
 * DNS answer can make the ingestor speak to what is behind the firewall. It is asked by the
 * connection itself, so the address that was checked is the one connected to: rebinding a name
 * gains nothing. Of an answer with allowed and other addresses, only the allowed ones exist.
 */
public final class AddressGuard implements DnsResolver {

    /** What answers for names; literal addresses come to it as well. */
    @FunctionalInterface
    public interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final AddressRule rule;
    private final Names names;

    private AddressGuard(AddressRule rule, Names names) {
        this.rule = rule;
        this.names = Objects.requireNonNull(names, "names");
    }

    public static AddressGuard publicOnly() {
        return new AddressGuard(AddressRule.PUBLIC, InetAddress::getAllByName);
    }

    /** Also this machine itself: for feeds served beside the ingestor. */
    public static AddressGuard allowingLoopback() {
        return new AddressGuard(AddressRule.PUBLIC_AND_LOOPBACK, InetAddress::getAllByName);
    }

    /** As the operator set it, see {@code TOCSIN_INGEST_ALLOW_LOOPBACK}. */
    public static AddressGuard of(Settings settings) {
        return settings.ingest().allowLoopback() ? allowingLoopback() : publicOnly();
    }

    /** The same guard over other names: for hosts that no name server knows. */
    public AddressGuard resolvingBy(Names others) {
        return new AddressGuard(rule, others);
    }

    /** A host that resolves, but not to an address that may be asked. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String host) {
            super(host + " is not a public address");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] allowed =
                Arrays.stream(names.of(host)).filter(rule::allows).toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new Refused(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
