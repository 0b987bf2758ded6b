package org.tocsin.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tocsin.gateway.log.Entry;
import org.tocsin.gateway.log.Position;
import org.tocsin.gateway.log.Timeline;
import org.tocsin.gateway.log.Timeline.Catchup;

/**
 * One client of a stream: where it stands, what it asked for, and its mailbox. The timeline calls
 * it from one thread at a time.
 */
final class Reader<V> implements Timeline.Listener<V> {

    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);
    private static final byte[] GAP = "event: gap\ndata: {}\n\n".getBytes(UTF_8);

    private final EventStream<V> stream;
    private final EventStream.Wish<V> wish;
    private final BooleanSupplier counts;
    private Mailbox mailbox;
    private Position at;

    /**
     * @param counts whether the client may still be here
     */
    Reader(EventStream<V> stream, EventStream.Wish<V> wish, BooleanSupplier counts) {
        this.counts = counts;
        this.stream = stream;
        this.wish = wish;
    }

    void opens(Mailbox to) {
        mailbox = to;
    }

    @Override
    public void joined(Catchup<V> catchup) {
        at = catchup.from();
        var hello = ("retry: 2000\nid: " + at + "\nevent: hello\ndata: {}\n\n").getBytes(UTF_8);
        var missed = new ArrayList<Due<V>>();
        for (Entry<V> entry : catchup.missed()) {
            at = at.plus(entry.partition(), entry.offset());
            if (wish.wanted().test(entry.value())) {
                missed.add(new Due<>(entry, at));
            }
        }
        // Worded only when the client takes it: hours of news need not stand in memory as text.
        Stream<byte[]> events = missed.stream().map(due -> stream.event(due.entry(), due.id()));
        Stream<byte[]> first =
                catchup.gap() || wish.isLost() ? Stream.of(hello, GAP) : Stream.of(hello);
        mailbox.startWith(Stream.concat(first, events).iterator());
    }

    private record Due<V>(Entry<V> entry, Position id) {}

    @Override
    public void arrived(Entry<V> entry) {
        if (at.covers(entry.partition(), entry.offset())) {
            if (stream.reaches(entry.partition(), at.of(entry.partition()))) {
                // The instance that the reader came from was ahead of this one: it has had this.
                return;
            }
            // The log was made anew since, so nobody knows what the reader has had of it.
            post(GAP);
        }
        // Also for what is not wanted: a reader that comes back need not look at it again.
        EventStream.Step step = stream.step(entry, at);
        at = step.to();
        if (wish.wanted().test(entry.value())) {
            post(step.event());
        }
    }

    void beat() {
        if (counts.getAsBoolean()) {
            post(HEARTBEAT);
        } else {
            mailbox.close();
        }
    }

    /** A heartbeat can be the one message too many as well as an event. */
    private void post(byte[] message) {
        if (mailbox.post(message) == Mailbox.Posted.CUT_OFF) {
            stream.lagged();
        }
    }

    void close() {
        mailbox.close();
    }
}
