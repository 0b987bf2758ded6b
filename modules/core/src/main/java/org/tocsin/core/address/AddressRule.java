package org.tocsin.core.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which addresses and ports may be asked: those of the public internet, and where {@code loopback}
 * is set those of this machine. Refused are the special-purpose blocks that IANA keeps (RFC 6890),
 * which hold the clouds' metadata too, and IPv6 addresses that carry a refused IPv4 address inside.
 */
public record AddressRule(boolean loopback) {

    public static final AddressRule PUBLIC = new AddressRule(false);
    public static final AddressRule PUBLIC_AND_LOOPBACK = new AddressRule(true);

    private static final List<Block> REFUSED_4 =
            Block.all(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8", // private
                    "100.64.0.0/10", // shared by a carrier's customers; a cloud's metadata
                    "127.0.0.0/8", // loopback
                    "168.63.129.16/32", // a cloud's metadata, on a public number
                    "169.254.0.0/16", // link-local; most clouds' metadata
                    "172.16.0.0/12", // private
                    "192.0.0.0/24", // protocols; a cloud's metadata
                    "192.0.2.0/24", // documentation
                    "192.88.99.0/24", // 6to4 relays, given up
                    "192.168.0.0/16", // private
                    "198.18.0.0/15", // benchmarking
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4"); // reserved, broadcast

    /** Global unicast; what lies outside is unique-local, link-local, multicast or unassigned. */
    private static final Block GLOBAL_6 = Block.of("2000::/3");

    private static final List<Block> REFUSED_6 =
            Block.all(
                    "2001::/23", // protocols: Teredo, benchmarking, ORCHID
                    "2001:db8::/32", // documentation
                    "3fff::/20"); // documentation

    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    /** Networks of IPv6 alone reach all of IPv4 through it: RFC 6052. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    /**
     * The ports that browsers refuse (WHATWG Fetch, 2.9), since what listens there may take a
     * request for orders, and those of stores that do so too.
     */
    private static final Set<Integer> REFUSED_PORTS =
            Set.of(
                    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79,
                    87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137,
                    139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540,
                    548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
                    2375, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666,
                    6667, 6668, 6669, 6679, 6697, 10080, 11211, 27017);

    /** Whether a socket may connect to it. */
    public boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    public boolean allowsPort(int port) {
        return port > 0 && port < 65_536 && !REFUSED_PORTS.contains(port);
    }

    private static boolean isPublic4(byte[] bytes) {
        return REFUSED_4.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublic6(byte[] bytes) {
        if (NAT64.contains(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean refused = REFUSED_6.stream().anyMatch(block -> block.contains(bytes));
        return GLOBAL_6.contains(bytes)
                && !refused
                && (!isIsatap(bytes) || isPublic4(Arrays.copyOfRange(bytes, 12, 16)));
    }

    /** RFC 5214: an interface identifier that is an IPv4 address, under any prefix. */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xFD) == 0
                && bytes[9] == 0
                && bytes[10] == 0x5E
                && (bytes[11] & 0xFF) == 0xFE;
    }
}
