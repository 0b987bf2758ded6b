package org.tocsin.ingestor.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves the proxy, which is the operator's choice and may be private; and nothing else. */
final class ProxyName implements DnsResolver {

    private final String proxy;

    ProxyName(URI proxy) {
        this.proxy = proxy.getHost();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!host.equalsIgnoreCase(proxy)) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
