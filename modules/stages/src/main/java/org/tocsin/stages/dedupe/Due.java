package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * When something may be forgotten, as a key that sorts by time: eight bytes of milliseconds since
 * the epoch, one of kind, then the number or name.
 */
record Due(byte kind, long number, String name) {

    static final byte ITEM = 1;
    static final byte ARTICLE = 2;
    static final byte STORY = 3;

    static Bytes item(Instant when, long key) {
        return numbered(when, ITEM, key);
    }

    static Bytes article(Instant when, long handle) {
        return numbered(when, ARTICLE, handle);
    }

    static Bytes story(Instant when, String id) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        var key = ByteBuffer.allocate(9 + name.length);
        return Bytes.wrap(key.putLong(when.toEpochMilli()).put(STORY).put(name).array());
    }

    /** The bound below which everything is due before that instant. */
    static Bytes before(Instant now) {
        return Bytes.wrap(ByteBuffer.allocate(8).putLong(now.toEpochMilli()).array());
    }

    static Due read(Bytes key) {
        var bytes = ByteBuffer.wrap(key.get());
        bytes.getLong();
        byte kind = bytes.get();
        if (kind == STORY) {
            return new Due(kind, 0, StandardCharsets.UTF_8.decode(bytes).toString());
        }
        return new Due(kind, bytes.getLong(), "");
    }

    private static Bytes numbered(Instant when, byte kind, long number) {
        var key = ByteBuffer.allocate(17);
        return Bytes.wrap(key.putLong(when.toEpochMilli()).put(kind).putLong(number).array());
    }
}
