package org.tocsin.ingestor.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.tocsin.wire.settings.Settings;

/**
 * Resolves host names to public addresses only, so that no feed, redirect or DNS answer can make
 * the ingestor speak to what is behind the firewall. It is asked by the connection itself, so the
 * address that was checked is the one connected to: rebinding a name gains nothing.
 *
 * <p>Refused are the special-purpose ranges of RFC 6890 (private, shared, link-local with the
 * clouds' metadata, benchmarking, documentation, multicast, reserved), in IPv6 also what embeds a
 * refused IPv4 address (mapped, compatible, 6to4, NAT64) or hides one (Teredo).
 */
public final class AddressGuard implements DnsResolver {

    private final boolean loopback;

    private AddressGuard(boolean loopback) {
        this.loopback = loopback;
    }

    public static AddressGuard publicOnly() {
        return new AddressGuard(false);
    }

    /** Also this machine itself: for feeds served beside the ingestor. */
    public static AddressGuard allowingLoopback() {
        return new AddressGuard(true);
    }

    /** As the operator set it, see {@code TOCSIN_INGEST_ALLOW_LOOPBACK}. */
    public static AddressGuard of(Settings settings) {
        return new AddressGuard(settings.ingest().allowLoopback());
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
                Arrays.stream(InetAddress.getAllByName(host))
                        .filter(this::allows)
                        .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new Refused(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        boolean inside = a == 0 || a == 10 || a == 127 || a >= 224 || a == 192 && b == 168;
        boolean carrier = a == 100 && b >= 64 && b < 128 || a == 172 && b >= 16 && b < 32;
        boolean link = a == 169 && b == 254 || a == 192 && b == 0 && (c == 0 || c == 2);
        boolean test = a == 198 && (b == 18 || b == 19 || b == 51 && c == 100);
        return !(inside || carrier || link || test || a == 203 && b == 0 && c == 113);
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        if (first == 0x64 && second == 0xFF9B) {
            return isPublic4(bytes, 12);
        }
        // Global unicast is 2000::/3; 2001::/23 holds Teredo and other protocols, 2001:db8
        // examples.
        boolean global = (first & 0xE000) == 0x2000;
        boolean protocols = first == 0x2001 && (second < 0x200 || second == 0xDB8);
        return global && !protocols && first != 0x3FFF;
    }
}
