package org.tocsin.stages.dedupe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.core.dedupe.Item;
import org.tocsin.core.dedupe.Kept;
import org.tocsin.core.dedupe.Story;

/**
 * What the archive's stores hold, as bytes: a byte of version, then the fields in order, integers
 * big-endian, lists behind their length.
 *
 * <p>Not Avro, since most of it is arrays of numbers that Avro would spell out one by one, and
 * nobody but this stage ever reads it.
 */
final class StateSerdes {

    private static final int VERSION = 2;

    private interface Writer<V> {
        void write(V value, DataOutputStream out) throws IOException;
    }

    private interface Reader<V> {
        V read(DataInputStream in) throws IOException;
    }

    private StateSerdes() {}

    static Serde<Item> items() {
        return serde(StateSerdes::write, StateSerdes::item);
    }

    static Serde<Kept> articles() {
        return serde(StateSerdes::write, StateSerdes::article);
    }

    static Serde<Story> stories() {
        return serde(StateSerdes::write, StateSerdes::story);
    }

    private static <V> Serde<V> serde(Writer<V> writer, Reader<V> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(writer, value),
                (topic, bytes) -> bytes == null ? null : value(reader, bytes));
    }

    private static <V> byte[] bytes(Writer<V> writer, V value) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writer.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <V> V value(Reader<V> reader, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new SerializationException("state of version " + version);
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new SerializationException("state cut short", e);
        }
    }

    private static void write(Item item, DataOutputStream out) throws IOException {
        out.writeLong(item.guid());
        out.writeLong(item.url());
        out.writeUTF(item.story());
        out.writeUTF(item.origin());
        write(item.seen(), out);
        out.writeByte(item.told().size());
        for (Item.Told told : item.told()) {
            out.writeUTF(told.id());
            out.writeLong(told.content());
        }
    }

    private static Item item(DataInputStream in) throws IOException {
        long guid = in.readLong();
        long url = in.readLong();
        String story = in.readUTF();
        String origin = in.readUTF();
        Instant seen = instant(in);
        var told = new ArrayList<Item.Told>();
        for (int left = in.readByte(); left > 0; left--) {
            told.add(new Item.Told(in.readUTF(), in.readLong()));
        }
        return new Item(guid, url, told, story, origin, seen);
    }

    private static void write(Story story, DataOutputStream out) throws IOException {
        out.writeUTF(story.id());
        write(story.latest(), out);
        write(story.seen(), out);
        out.writeShort(story.origins().size());
        for (String origin : story.origins()) {
            out.writeUTF(origin);
        }
    }

    private static Story story(DataInputStream in) throws IOException {
        String id = in.readUTF();
        Instant latest = instant(in);
        Instant seen = instant(in);
        List<String> origins = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            origins.add(in.readUTF());
        }
        return new Story(id, origins, latest, seen);
    }

    private static void write(Kept kept, DataOutputStream out) throws IOException {
        out.writeLong(kept.handle());
        out.writeUTF(kept.id());
        out.writeUTF(kept.source());
        out.writeUTF(kept.origin());
        out.writeUTF(kept.story());
        out.writeBoolean(kept.copy());
        write(kept.at(), out);
        write(kept.seen(), out);
        out.writeShort(kept.words());
        out.writeInt(kept.titleKey());
        out.writeBoolean(kept.headlineOnly());
        out.writeInt(kept.limit());
        write(kept.prints(), out);
        write(kept.title(), out);
        write(kept.body(), out);
        write(kept.lead(), out);
        write(kept.facts(), out);
        write(kept.keys(), out);
    }

    private static Kept article(DataInputStream in) throws IOException {
        return new Kept(
                in.readLong(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                instant(in),
                instant(in),
                in.readUnsignedShort(),
                in.readInt(),
                in.readBoolean(),
                in.readInt(),
                ints(in),
                shorts(in),
                shorts(in),
                shorts(in),
                shorts(in),
                ints(in));
    }

    private static void write(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static void write(int[] values, DataOutputStream out) throws IOException {
        out.writeShort(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] ints(DataInputStream in) throws IOException {
        var values = new int[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static void write(short[] values, DataOutputStream out) throws IOException {
        out.writeShort(values.length);
        for (short value : values) {
            out.writeShort(value);
        }
    }

    private static short[] shorts(DataInputStream in) throws IOException {
        var values = new short[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readShort();
        }
        return values;
    }
}
