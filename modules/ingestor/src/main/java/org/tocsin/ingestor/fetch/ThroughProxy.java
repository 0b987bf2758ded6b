package org.tocsin.ingestor.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.RouteInfo.LayerType;
import org.apache.hc.client5.http.RouteInfo.TunnelType;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Leads every request through a tunnel of the proxy to an address that the guard has allowed. A
 * proxy that is given names resolves them itself, past any guard; so it is given the address, and
 * only what is said inside the tunnel (Host, TLS name and its check) goes by the name. Plain http
 * is tunnelled too: without a tunnel a proxy takes the host from the address in the request line.
 */
final class ThroughProxy implements HttpRoutePlanner {

    private final HttpHost proxy;
    private final AddressGuard guard;

    ThroughProxy(URI proxy, AddressGuard guard) {
        this.proxy = HttpHost.create(proxy);
        this.guard = guard;
    }

    @Override
    public HttpRoute determineRoute(HttpHost named, HttpContext context) throws HttpException {
        HttpHost target = RoutingSupport.normalize(named, DefaultSchemePortResolver.INSTANCE);
        boolean secure = target.getSchemeName().equals("https");
        InetAddress allowed = allowed(target.getHostName());
        return new HttpRoute(
                new HttpHost(
                        target.getSchemeName(),
                        allowed,
                        allowed.getHostAddress(),
                        target.getPort()),
                target,
                null,
                new HttpHost[] {proxy},
                secure,
                TunnelType.TUNNELLED,
                secure ? LayerType.LAYERED : LayerType.PLAIN);
    }

    private InetAddress allowed(String host) throws HttpException {
        try {
            return guard.resolve(host)[0];
        } catch (UnknownHostException e) {
            // It was allowed a moment ago.
            throw new HttpException(e.getMessage(), e);
        }
    }
}
