package org.tocsin.stages.dedupe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.core.dedupe.Item;
import org.tocsin.core.dedupe.Story;

/**
 * What the archive's changelog holds of items and stories (articles have a form of their own), as
 * bytes: a byte of version, then the fields in order, integers big-endian, texts and lists behind
 * their length in two bytes, instants in milliseconds.
 *
 * <p>Not Avro: nobody but this stage ever reads it, and a schema's id would be most of some.
 */
final class StateBytes {

    private static final byte VERSION = 3;

    /** In it no wording says which version of the hash of contents it has. */
    private static final byte UNTOLD_HASH = 2;

    private StateBytes() {}

    static byte[] of(Instant instant) {
        return new ByteWriter(Long.BYTES).instant(instant).bytes();
    }

    static Instant instant(byte[] bytes) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong());
    }

    static byte[] of(Item item) {
        var out = new ByteWriter(256).int8(VERSION);
        out.int64(item.guid()).int64(item.url());
        out.text(item.story()).text(item.origin()).instant(item.seen());
        out.int16(item.told().size());
        for (Item.Told told : item.told()) {
            out.text(told.id()).int64(told.content()).int8(told.hash());
        }
        return out.bytes();
    }

    static Item item(byte[] bytes) {
        return read(
                bytes,
                (in, version) -> {
                    long guid = in.int64();
                    long url = in.int64();
                    String story = in.text();
                    String origin = in.text();
                    Instant seen = in.instant();
                    var told = new ArrayList<Item.Told>();
                    for (int left = in.int16(); left > 0; left--) {
                        String id = in.text();
                        long content = in.int64();
                        int hash = version == UNTOLD_HASH ? 0 : in.int8();
                        told.add(new Item.Told(id, content, hash));
                    }
                    return new Item(guid, url, told, story, origin, seen);
                });
    }

    static byte[] of(Story story) {
        var out = new ByteWriter(128).int8(VERSION);
        out.text(story.id()).instant(story.latest()).instant(story.seen());
        out.int16(story.origins().size());
        story.origins().forEach(out::text);
        return out.bytes();
    }

    static Story story(byte[] bytes) {
        return read(
                bytes,
                (in, version) -> {
                    String id = in.text();
                    Instant latest = in.instant();
                    Instant seen = in.instant();
                    List<String> origins = new ArrayList<>();
                    for (int left = in.int16(); left > 0; left--) {
                        origins.add(in.text());
                    }
                    return new Story(id, origins, latest, seen);
                });
    }

    private static <V> V read(byte[] bytes, BiFunction<ByteReader, Integer, V> reader) {
        try {
            var in = new ByteReader(bytes);
            int version = in.int8();
            if (version < UNTOLD_HASH || version > VERSION) {
                throw new SerializationException("state of version " + version);
            }
            return reader.apply(in, version);
        } catch (BufferUnderflowException e) {
            throw new SerializationException("state cut short", e);
        }
    }
}
