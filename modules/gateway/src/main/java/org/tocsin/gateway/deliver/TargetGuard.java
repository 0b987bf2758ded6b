package org.tocsin.gateway.deliver;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.tocsin.core.address.AddressRule;
import org.tocsin.core.address.Blocks;

/**
 * Which targets a webhook may have: public addresses by https, and those of the own network that
 * the operator named, by http too. The connection itself asks it for the address, so the one that
 * was checked is the one connected to: rebinding a name gains nothing.
 */
public final class TargetGuard implements DnsResolver {

    private static final int LONGEST = 2_000;

    private final Blocks own;

    public TargetGuard(Blocks own) {
        this.own = own;
    }

    /** A target that may not be asked, with a reason for people. */
    public static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * The target as it is written, before any name is resolved.
     *
     * @throws Refused when no request will ever go there
     */
    public URI target(String written) throws Refused {
        URI uri;
        try {
            uri = new URI(written.strip());
        } catch (URISyntaxException e) {
            throw new Refused("not a URL: " + e.getReason());
        }
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !("http".equalsIgnoreCase(uri.getScheme()) && !own.isEmpty())) {
            throw new Refused(
                    own.isEmpty()
                            ? "an https address is needed"
                            : "an https address is needed, or http within TOCSIN_DELIVER_ALLOW");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || written.length() > LONGEST) {
            throw new Refused("a host is needed, and neither a user nor a password");
        }
        int port = uri.getPort() < 0 ? (secure ? 443 : 80) : uri.getPort();
        if (!AddressRule.PUBLIC.allowsPort(port)) {
            throw new Refused("port " + port + " is not asked");
        }
        return uri;
    }

    /** The same with its name resolved: http stays within the own network. */
    URI resolved(String written) throws UnknownHostException {
        URI uri = target(written);
        InetAddress[] allowed = resolve(uri.getHost().replaceAll("[\\[\\]]", ""));
        if (uri.getScheme().equalsIgnoreCase("http")
                && !Arrays.stream(allowed).allMatch(own::contains)) {
            throw new Refused(uri.getHost() + " is outside the own network, so https is needed");
        }
        return uri;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] allowed =
                Arrays.stream(InetAddress.getAllByName(host))
                        .filter(a -> AddressRule.PUBLIC.allows(a) || own.contains(a))
                        .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new Refused(host + " is not a public address");
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
