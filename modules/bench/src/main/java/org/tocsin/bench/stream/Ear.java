package org.tocsin.bench.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * What one client hears: the numbers of the alerts. Finds them in the bytes as they come, since to
 * parse two thousand copies of an alert would take more than to send them.
 */
final class Ear {

    private static final byte[] MARK = "data: {\"id\":\"tick-".getBytes(US_ASCII);

    private final BitSet heard = new BitSet();
    private int matched;
    private int number;
    private int twice;

    /** Is told the number of each alert, once. */
    interface Heard {
        void alert(int number);
    }

    void take(ByteBuffer bytes, Heard to) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (matched < MARK.length) {
                // The mark begins with a letter that comes in it again only after another start.
                matched = next == MARK[matched] ? matched + 1 : next == MARK[0] ? 1 : 0;
            } else if (next >= '0' && next <= '9') {
                number = number * 10 + next - '0';
            } else {
                hear(to);
                matched = 0;
                number = 0;
            }
        }
    }

    private void hear(Heard to) {
        if (heard.get(number)) {
            twice++;
        } else {
            heard.set(number);
            to.alert(number);
        }
    }

    /** How many of the alerts before that number were never heard. */
    int missed(int before) {
        return before - heard.get(0, before).cardinality();
    }

    int twice() {
        return twice;
    }
}
