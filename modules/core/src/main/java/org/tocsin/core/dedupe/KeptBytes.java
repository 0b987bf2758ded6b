package org.tocsin.core.dedupe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads a kept article where it stands in a slab. The record, integers with the lower byte first:
 *
 * <pre>
 *  0 int   length of the record        26 short words
 *  4 long  handle                      28 int   title key
 * 12 6     at, milliseconds            32 bytes how many prints, title, body, lead and facts,
 * 18 6     seen, milliseconds                   which word the lead begins with, how many
 * 24 short flags                                other keys and terms among the keys
 * </pre>
 *
 * Then the limit (unless a flag says what it is), prints (4 each), codes of title, body, lead
 * (unless it stands in the body) and facts (2 each), a bit for each print that is a key, the place
 * of each term that is a key in title and body (1 each), other keys (4 each), and the names: id,
 * source, origin, story. A name that follows from what stands before it is only a flag.
 */
final class KeptBytes {

    static final int COPY = 1;
    static final int HEADLINE_ONLY = 1 << 1;

    /** All prints are kept: the limit is all ones. */
    static final int WHOLE = 1 << 2;

    /** The limit is the largest print. */
    static final int LIMITED = 1 << 3;

    static final int LEAD_IN_BODY = 1 << 4;

    /** The title's key is a key. */
    static final int TITLED = 1 << 5;

    /** The id is 16 bytes told in hexadecimal digits. */
    static final int HEX_ID = 1 << 6;

    /** The origin is the source. */
    static final int OWN_ORIGIN = 1 << 7;

    /** The story is the article's own: {@code s-} and its id. */
    static final int OWN_STORY = 1 << 8;

    /** The story is {@code s-} and 16 bytes told in hexadecimal digits. */
    static final int HEX_STORY = 1 << 9;

    static final int GIVEN_UP = 1 << 10;

    static final int HANDLE = 4;
    static final int AT = 12;
    static final int SEEN = 18;
    static final int FLAGS = 24;
    static final int WORDS = 26;
    static final int TITLE_KEY = 28;
    static final int PRINTS = 32;
    static final int TITLE = 33;
    static final int BODY = 34;
    static final int LEAD = 35;
    static final int FACTS = 36;
    static final int LEAD_FROM = 37;
    static final int OTHER_KEYS = 38;
    static final int TERMS = 39;
    static final int FIXED = 40;

    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

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
        if (bytes.length < FIXED || (int) Slabs.INT.get(bytes, 0) != bytes.length) {
            throw new IllegalArgumentException("not a kept article, or cut short");
        }
    }

    static long handle(byte[] slab, int start) {
        return (long) LONG.get(slab, start + HANDLE);
    }

    byte[] copy() {
        return Arrays.copyOfRange(slab, start, start + (int) Slabs.INT.get(slab, start));
    }

    private int number(int field) {
        return slab[start + field] & 0xFF;
    }

    private int flags() {
        return (short) SHORT.get(slab, start + FLAGS);
    }

    boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    void giveUp() {
        SHORT.set(slab, start + FLAGS, (short) (flags() | GIVEN_UP));
    }

    long handle() {
        return handle(slab, start);
    }

    long at() {
        return millis(AT);
    }

    long seen() {
        return millis(SEEN);
    }

    private long millis(int field) {
        return (int) Slabs.INT.get(slab, start + field) & 0xFFFFFFFFL
                | (long) (short) SHORT.get(slab, start + field + 4) << 32;
    }

    int words() {
        return (short) SHORT.get(slab, start + WORDS) & 0xFFFF;
    }

    int titleKey() {
        return (int) Slabs.INT.get(slab, start + TITLE_KEY);
    }

    int limit() {
        if (has(WHOLE)) {
            return -1;
        }
        return has(LIMITED) ? KeptWriter.largest(prints()) : (int) Slabs.INT.get(slab, limitAt());
    }

    private int limitAt() {
        return start + FIXED;
    }

    private int printsAt() {
        return limitAt() + (has(WHOLE | LIMITED) ? 0 : Integer.BYTES);
    }

    int[] prints() {
        return ints(printsAt(), number(PRINTS));
    }

    private int titleAt() {
        if (titleAt == 0) {
            titleAt = printsAt() + number(PRINTS) * Integer.BYTES;
        }
        return titleAt;
    }

    short[] title() {
        return codes(titleAt(), number(TITLE));
    }

    private int bodyAt() {
        return titleAt() + number(TITLE) * Short.BYTES;
    }

    short[] body() {
        return codes(bodyAt(), number(BODY));
    }

    private int leadAt() {
        return bodyAt() + number(BODY) * Short.BYTES;
    }

    short[] lead() {
        int from = has(LEAD_IN_BODY) ? bodyAt() + number(LEAD_FROM) * Short.BYTES : leadAt();
        return codes(from, number(LEAD));
    }

    /** Of title, body and a lead that stands deeper, which stand one behind the other. */
    int openingCodes() {
        return (factsAt() - titleAt()) / Short.BYTES;
    }

    short openingCode(int number) {
        return (short) SHORT.get(slab, titleAt() + number * Short.BYTES);
    }

    /** Which word of the body the lead begins with; -1 where it does not stand there. */
    int leadFrom() {
        return has(LEAD_IN_BODY) ? number(LEAD_FROM) : -1;
    }

    private int factsAt() {
        return leadAt() + (has(LEAD_IN_BODY) ? 0 : number(LEAD) * Short.BYTES);
    }

    short[] facts() {
        return codes(factsAt(), number(FACTS));
    }

    private int keysAt() {
        return factsAt() + number(FACTS) * Short.BYTES;
    }

    private static int bits(int prints) {
        return (prints + 7) / 8;
    }

    int[] keys() {
        int prints = number(PRINTS);
        var keys = new int[prints + 1 + number(TERMS) + number(OTHER_KEYS)];
        int count = 0;
        for (int i = 0; i < prints; i++) {
            if ((slab[keysAt() + i / 8] >>> i % 8 & 1) != 0) {
                keys[count++] = (int) Slabs.INT.get(slab, printsAt() + i * Integer.BYTES);
            }
        }
        if (has(TITLED)) {
            keys[count++] = titleKey();
        }
        int terms = keysAt() + bits(prints);
        for (int i = 0; i < number(TERMS); i++) {
            // Title and body stand one behind the other.
            int place = slab[terms + i] & 0xFF;
            keys[count++] =
                    Sketch.termKey((short) SHORT.get(slab, titleAt() + place * Short.BYTES));
        }
        for (int key : ints(terms + number(TERMS), number(OTHER_KEYS))) {
            keys[count++] = key;
        }
        return Arrays.copyOf(keys, count);
    }

    private int idAt() {
        return keysAt() + bits(number(PRINTS)) + number(TERMS) + number(OTHER_KEYS) * Integer.BYTES;
    }

    String id() {
        return has(HEX_ID) ? hex(idAt()) : name(idAt());
    }

    private int sourceAt() {
        return has(HEX_ID) ? idAt() + KeptWriter.HEX_BYTES : behind(idAt());
    }

    String source() {
        return name(sourceAt());
    }

    private int originAt() {
        return behind(sourceAt());
    }

    String origin() {
        return has(OWN_ORIGIN) ? source() : name(originAt());
    }

    String story() {
        if (has(OWN_STORY)) {
            return KeptWriter.STORY + id();
        }
        int at = has(OWN_ORIGIN) ? originAt() : behind(originAt());
        return has(HEX_STORY) ? KeptWriter.STORY + hex(at) : name(at);
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
            codes[i] = (short) SHORT.get(slab, from + i * Short.BYTES);
        }
        return codes;
    }
}
