package org.tocsin.core.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** A block of addresses of one family: all that begin with these bits. */
record Block(byte[] prefix, int bits) {

    /** As {@code 10.0.0.0/8} or {@code 2001:db8::/32}. */
    static Block of(String written) {
        int slash = written.indexOf('/');
        try {
            // A literal: nothing is resolved.
            byte[] prefix = InetAddress.getByName(written.substring(0, slash)).getAddress();
            return new Block(prefix, Integer.parseInt(written.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    static List<Block> all(String... written) {
        return Arrays.stream(written).map(Block::of).toList();
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        return Arrays.mismatch(address, 0, whole, prefix, 0, whole) < 0
                && (rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0);
    }
}
