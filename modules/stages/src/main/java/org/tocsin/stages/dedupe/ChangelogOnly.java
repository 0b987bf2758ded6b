package org.tocsin.stages.dedupe;

import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The inside of a store that keeps nothing: Kafka Streams wraps it, and sends what is put into it
 * to the changelog; what is restored from there goes to its owner, who has it in a form of its own.
 */
final class ChangelogOnly implements KeyValueStore<Bytes, byte[]>, KeyValueBytesStoreSupplier {

    private final String name;
    private StateRestoreCallback owner;
    private boolean open;
    private final Position position = Position.emptyPosition();

    ChangelogOnly(String name) {
        this.name = name;
    }

    void restoreTo(StateRestoreCallback restore) {
        owner = restore;
    }

    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return this;
    }

    @Override
    public String metricsScope() {
        return "changelog-only";
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, owner);
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        // It is in the changelog by now.
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        // They are in the changelog by now.
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw unreadable();
    }

    @Override
    public byte[] delete(Bytes key) {
        return null;
    }

    @Override
    public byte[] get(Bytes key) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw unreadable();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw unreadable();
    }

    private UnsupportedOperationException unreadable() {
        return new UnsupportedOperationException(name + " is written only");
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
