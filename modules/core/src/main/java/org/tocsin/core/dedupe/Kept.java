package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.Arrays;

/**
 * What is remembered of one article, well under a kilobyte: a view of bytes ({@link KeptBytes}) of
 * which each part is read when it is asked for, since of most candidates few parts are.
 *
 * <p>{@code handle} is a hash of id and content; {@code at} the event time, {@code seen} the
 * archive's clock when it came, both to the millisecond. {@code prints} are its fingerprints,
 * sorted: all that are not above {@code limit} (compared unsigned), the sample that long articles
 * are cut to. {@code title} and {@code body} are the codes of the title and of the opening of the
 * body (see {@link Codes}), {@code lead} those of the sentence that says what is new, {@code facts}
 * the names and numbers further down, each once, {@code words} the length of the whole body, {@code
 * titleKey} a hash of the title (0 where it says too little). {@code keys} are the fingerprints and
 * terms under which the archive finds it.
 */
public final class Kept {

    private final KeptBytes bytes;
    private int[] prints;
    private short[] title;
    private short[] body;
    private short[] lead;
    private short[] facts;
    private int[] keys;

    /** A view of the record that begins there; the array is read, never written. */
    Kept(byte[] slab, int offset) {
        this.bytes = new KeptBytes(slab, offset);
    }

    public Kept(
            long handle,
            String id,
            String source,
            String origin,
            String story,
            boolean copy,
            Instant at,
            Instant seen,
            int words,
            int titleKey,
            boolean headlineOnly,
            int limit,
            int[] prints,
            short[] title,
            short[] body,
            short[] lead,
            short[] facts,
            int[] keys) {
        this(
                new KeptWriter()
                        .numbers(handle, at.toEpochMilli(), seen.toEpochMilli(), words, titleKey)
                        .flags(copy, headlineOnly)
                        .prints(prints, limit)
                        .codes(title, body, lead, facts)
                        .keys(keys)
                        .names(id, source, origin, story)
                        .written(),
                0);
        this.keys = keys;
    }

    /**
     * What {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException when these are other bytes
     */
    public static Kept from(byte[] bytes) {
        KeptBytes.check(bytes);
        return new Kept(bytes, 0);
    }

    /** A copy of the bytes that it is a view of. */
    public byte[] toBytes() {
        return bytes.copy();
    }

    /** Puts them there, and answers where they stand from now on. */
    int appendTo(Slabs slabs) {
        return bytes.appendTo(slabs);
    }

    static long handle(byte[] slab, int offset) {
        return KeptBytes.handle(slab, offset);
    }

    public long handle() {
        return bytes.handle();
    }

    public String id() {
        return bytes.id();
    }

    public String source() {
        return bytes.source();
    }

    public String origin() {
        return bytes.origin();
    }

    public String story() {
        return bytes.story();
    }

    public boolean copy() {
        return bytes.has(KeptLayout.COPY);
    }

    public Instant at() {
        return Instant.ofEpochMilli(bytes.at());
    }

    public Instant seen() {
        return Instant.ofEpochMilli(bytes.seen());
    }

    long atMillis() {
        return bytes.at();
    }

    long seenMillis() {
        return bytes.seen();
    }

    public int words() {
        return bytes.words();
    }

    public int titleKey() {
        return bytes.titleKey();
    }

    public boolean headlineOnly() {
        return bytes.has(KeptLayout.HEADLINE_ONLY);
    }

    public int limit() {
        return bytes.limit();
    }

    public int[] prints() {
        return prints == null ? prints = bytes.prints() : prints;
    }

    public short[] title() {
        return title == null ? title = bytes.title() : title;
    }

    public short[] body() {
        return body == null ? body = bytes.body() : body;
    }

    public short[] lead() {
        return lead == null ? lead = bytes.lead() : lead;
    }

    int titleCodes() {
        return bytes.titleCodes();
    }

    /** How many codes title, body and lead have together, a lead within the body counted once. */
    int codes() {
        return bytes.openingCodes();
    }

    /** The code of that number among those, read where it stands. */
    short code(int number) {
        return bytes.openingCode(number);
    }

    /** Where the lead stands in what is kept of the body; -1 where it stands deeper. */
    int leadFrom() {
        return bytes.leadFrom();
    }

    public short[] facts() {
        return facts == null ? facts = bytes.facts() : facts;
    }

    public int[] keys() {
        return keys == null ? keys = bytes.keys() : keys;
    }

    /** Marks the record, wherever it is stored, as one that counts no more. */
    void giveUp() {
        bytes.giveUp();
    }

    boolean isGivenUp() {
        return bytes.has(KeptLayout.GIVEN_UP);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kept kept && Arrays.equals(toBytes(), kept.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return "Kept[" + id() + ", " + story() + "]";
    }
}
