package org.tocsin.core.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads a kept article where it stands in a slab; {@link KeptLayout} says what stands where. */
final class KeptBytes {

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] slab;
    private final int start;

    /** Worked out when first asked for, 0 before. */
    private int titleAt;

    KeptBytes(byte[] slab, int start) {
        this.slab = slab;
        this.start = start;
    }

    static void check(byte[] bytes) {
        if (bytes.length < KeptLayout.FIXED || (int) Slabs.INT.get(bytes, 0) != bytes.length) {
            throw new IllegalArgumentException("not a kept article, or cut short");
        }
    }

    static long handle(byte[] slab, int start) {
        return (long) Slabs.LONG.get(slab, start + KeptLayout.HANDLE);
    }

    byte[] copy() {
        return Arrays.copyOfRange(slab, start, start + length());
    }

    private int length() {
        return (int) Slabs.INT.get(slab, start);
    }

    int appendTo(Slabs slabs) {
        return slabs.append(slab, start, length());
    }

    private int number(int field) {
        return slab[start + field] & 0xFF;
    }

    private int flags() {
        return (short) Slabs.SHORT.get(slab, start + KeptLayout.FLAGS);
    }

    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    void giveUp() {
        Slabs.SHORT.set(slab, start + KeptLayout.FLAGS, (short) (flags() | KeptLayout.GIVEN_UP));
    }

    long handle() {
        return handle(slab, start);
    }

    long at() {
        return millis(KeptLayout.AT);
    }

    long seen() {
        return millis(KeptLayout.SEEN);
    }

    private long millis(int field) {
        return (int) Slabs.INT.get(slab, start + field) & 0xFFFFFFFFL
                | (long) (short) Slabs.SHORT.get(slab, start + field + 4) << 32;
    }

    int words() {
        return (short) Slabs.SHORT.get(slab, start + KeptLayout.WORDS) & 0xFFFF;
    }

    int titleKey() {
        return (int) Slabs.INT.get(slab, start + KeptLayout.TITLE_KEY);
    }

    int limit() {
        if (has(KeptLayout.WHOLE)) {
            return -1;
        }
        return has(KeptLayout.LIMITED) ? largestPrint() : (int) Slabs.INT.get(slab, limitAt());
    }

    private int largestPrint() {
        int largest = 0;
        int end = printsAt() + number(KeptLayout.PRINTS) * Integer.BYTES;
        for (int at = printsAt(); at < end; at += Integer.BYTES) {
            int print = (int) Slabs.INT.get(slab, at);
            largest = Integer.compareUnsigned(print, largest) > 0 ? print : largest;
        }
        return largest;
    }

    private int limitAt() {
        return start + KeptLayout.FIXED;
    }

    private int printsAt() {
        return limitAt() + (has(KeptLayout.WHOLE | KeptLayout.LIMITED) ? 0 : Integer.BYTES);
    }

    int[] prints() {
        return ints(printsAt(), number(KeptLayout.PRINTS));
    }

    private int titleAt() {
        if (titleAt == 0) {
            titleAt = printsAt() + number(KeptLayout.PRINTS) * Integer.BYTES;
        }
        return titleAt;
    }

    short[] title() {
        return codes(titleAt(), number(KeptLayout.TITLE));
    }

    int titleCodes() {
        return number(KeptLayout.TITLE);
    }

    private int bodyAt() {
        return titleAt() + number(KeptLayout.TITLE) * Short.BYTES;
    }

    short[] body() {
        return codes(bodyAt(), number(KeptLayout.BODY));
    }

    private int leadAt() {
        return bodyAt() + number(KeptLayout.BODY) * Short.BYTES;
    }

    short[] lead() {
        int from =
                has(KeptLayout.LEAD_IN_BODY)
                        ? bodyAt() + number(KeptLayout.LEAD_FROM) * Short.BYTES
                        : leadAt();
        return codes(from, number(KeptLayout.LEAD));
    }

    /** Of title, body and a lead that stands deeper, which stand one behind the other. */
    int openingCodes() {
        return (factsAt() - titleAt()) / Short.BYTES;
    }

    short openingCode(int number) {
        return (short) Slabs.SHORT.get(slab, titleAt() + number * Short.BYTES);
    }

    /** Which word of the body the lead begins with; -1 where it does not stand there. */
    int leadFrom() {
        return has(KeptLayout.LEAD_IN_BODY) ? number(KeptLayout.LEAD_FROM) : -1;
    }

    private int factsAt() {
        return leadAt()
                + (has(KeptLayout.LEAD_IN_BODY) ? 0 : number(KeptLayout.LEAD) * Short.BYTES);
    }

    short[] facts() {
        return codes(factsAt(), number(KeptLayout.FACTS));
    }

    private int keysAt() {
        return factsAt() + number(KeptLayout.FACTS) * Short.BYTES;
    }

    private static int bits(int prints) {
        return (prints + 7) / 8;
    }

    int[] keys() {
        int prints = number(KeptLayout.PRINTS);
        var keys = new int[prints + 1 + number(KeptLayout.TERMS) + number(KeptLayout.OTHER_KEYS)];
        int count = 0;
        for (int i = 0; i < prints; i++) {
            if ((slab[keysAt() + i / 8] >>> i % 8 & 1) != 0) {
                keys[count++] = (int) Slabs.INT.get(slab, printsAt() + i * Integer.BYTES);
            }
        }
        if (has(KeptLayout.TITLED)) {
            keys[count++] = titleKey();
        }
        int terms = keysAt() + bits(prints);
        for (int i = 0; i < number(KeptLayout.TERMS); i++) {
            // Title and body stand one behind the other.
            int place = slab[terms + i] & 0xFF;
            keys[count++] =
                    Sketch.termKey((short) Slabs.SHORT.get(slab, titleAt() + place * Short.BYTES));
        }
        for (int key : ints(terms + number(KeptLayout.TERMS), number(KeptLayout.OTHER_KEYS))) {
            keys[count++] = key;
        }
        return Arrays.copyOf(keys, count);
    }

    private int idAt() {
        return keysAt()
                + bits(number(KeptLayout.PRINTS))
                + number(KeptLayout.TERMS)
                + number(KeptLayout.OTHER_KEYS) * Integer.BYTES;
    }

    String id() {
        return has(KeptLayout.HEX_ID) ? hex(idAt()) : name(idAt());
    }

    private int sourceAt() {
        return has(KeptLayout.HEX_ID) ? idAt() + KeptWriter.HEX_BYTES : behind(idAt());
    }

    String source() {
        return name(sourceAt());
    }

    private int originAt() {
        return behind(sourceAt());
    }

    String origin() {
        return has(KeptLayout.OWN_ORIGIN) ? source() : name(originAt());
    }

    String story() {
        if (has(KeptLayout.OWN_STORY)) {
            return KeptWriter.STORY + id();
        }
        int at = has(KeptLayout.OWN_ORIGIN) ? originAt() : behind(originAt());
        return has(KeptLayout.HEX_STORY) ? KeptWriter.STORY + hex(at) : name(at);
    }

    private String hex(int at) {
        return HEX.formatHex(slab, at, at + KeptWriter.HEX_BYTES);
    }

    /** A byte tells how long a name is; all ones tell that four more do. */
    private int length(int nameAt) {
        int brief = slab[nameAt] & 0xFF;
        return brief < KeptWriter.MOST ? brief : (int) Slabs.INT.get(slab, nameAt + 1);
    }

    private int textAt(int nameAt) {
        return nameAt + 1 + (length(nameAt) < KeptWriter.MOST ? 0 : Integer.BYTES);
    }

    private String name(int at) {
        return new String(slab, textAt(at), length(at), StandardCharsets.UTF_8);
    }

    private int behind(int nameAt) {
        return textAt(nameAt) + length(nameAt);
    }

    private int[] ints(int from, int count) {
        var values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = (int) Slabs.INT.get(slab, from + i * Integer.BYTES);
        }
        return values;
    }

    private short[] codes(int from, int count) {
        var codes = new short[count];
        for (int i = 0; i < count; i++) {
            codes[i] = (short) Slabs.SHORT.get(slab, from + i * Short.BYTES);
        }
        return codes;
    }
}
