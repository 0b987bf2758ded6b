package org.tocsin.ingestor.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The host of an address in the one form that everybody after us reads alike: lower case, ASCII,
 * without a last dot, IPv4 in four decimal numbers. Resolvers differ on {@code 0x7f.1} and {@code
 * 017700000001}; here they are read as browsers read them (WHATWG URL, 3.5).
 */
final class HostName {

    private static final int IPV4_PARTS = 4;
    private static final int LONGEST = 253;

    private HostName() {}

    /**
     * @throws URISyntaxException where there is none, or one with a user or an IPv6 zone
     */
    static String of(URI uri) throws URISyntaxException {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (authority.contains("@")) {
            throw new URISyntaxException(uri.toString(), "a user in the address");
        }
        String written = withoutPort(authority);
        if (written.startsWith("[")) {
            if (written.contains("%")) {
                throw new URISyntaxException(uri.toString(), "no proper IPv6 address");
            }
            return written.toLowerCase(Locale.ROOT);
        }
        String host = ascii(uri, written);
        String last = host.substring(host.lastIndexOf('.') + 1);
        boolean number = last.matches("[0-9]+|0x[0-9a-f]*");
        return number ? literal4(uri, host) : host;
    }

    /** What a resolver is asked for; {@code at} is an address in the one form. */
    static String resolvable(URI at) {
        return withoutPort(at.getRawAuthority()).replaceAll("[\\[\\]]", "");
    }

    /** The colon and the number, or nothing. */
    static String port(URI uri) {
        String authority = uri.getRawAuthority();
        return authority.substring(withoutPort(authority).length());
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        return port ? authority.substring(0, colon) : authority;
    }

    /** {@link URI} knows no names with an underscore; name servers do. */
    private static String ascii(URI uri, String written) throws URISyntaxException {
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        try {
            String ascii = IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            if (ascii.length() <= LONGEST && ascii.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)*")) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // No name that DNS could hold; the fault below says so.
        }
        throw new URISyntaxException(uri.toString(), "no host in the address");
    }

    private static String literal4(URI uri, String host) throws URISyntaxException {
        String[] parts = host.split("\\.", -1);
        long address = 0;
        if (parts.length > IPV4_PARTS) {
            throw new URISyntaxException(uri.toString(), "no proper IPv4 address");
        }
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            // The last number fills all bytes that are left.
            int bytes = last ? IPV4_PARTS - i : 1;
            long number = number(parts[i]);
            if (number < 0 || number >= 1L << 8 * bytes) {
                throw new URISyntaxException(uri.toString(), "no proper IPv4 address");
            }
            address = address << 8 * bytes | number;
        }
        return "%d.%d.%d.%d"
                .formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
    }

    /** Hexadecimal after 0x, octal after 0, else decimal; below 0 for none. */
    private static long number(String part) {
        boolean hex = part.startsWith("0x");
        boolean octal = !hex && part.length() > 1 && part.startsWith("0");
        String digits = hex ? part.substring(2) : part;
        try {
            if (hex && digits.isEmpty()) {
                return 0;
            }
            boolean signed = digits.startsWith("-");
            return signed ? -1 : Long.parseLong(digits, hex ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
