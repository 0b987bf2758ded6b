package org.tocsin.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.access.Callers;
import org.tocsin.gateway.log.Entry;
import org.tocsin.gateway.log.Position;
import org.tocsin.gateway.log.Timeline;

/**
 * A timeline as server-sent events (WHATWG HTML, section 9.2).
 *
 * <p>Each event's id is the reader's {@link Position} after it. A reader that comes back with
 * {@code Last-Event-ID} (or, since a browser cannot set it on a first connection, the parameter
 * {@code since}) gets all that it missed; an event {@code gap} comes first when some of it is no
 * longer held, or when the log itself is another one, or the id none of ours. What a reader has had
 * from an instance that was ahead of this one does not come again. A comment goes out at every
 * heartbeat, so that both ends notice a dead connection.
 */
public final class EventStream<V> implements Handler {

    private final Timeline<V> timeline;
    private final Wording<V> wording;
    private final Pace pace;
    private final Set<Reader<V>> readers = ConcurrentHashMap.newKeySet();
    private final AtomicLong cutOff = new AtomicLong();
    private volatile Rendered lastRendered = new Rendered(null, null);
    private volatile Step lastStep = new Step(null, null, null, null);

    /**
     * The event's name, what of a value goes into its data, and which values a request asks for.
     */
    public record Wording<V>(
            String event, Function<V, Object> data, Function<Context, Predicate<V>> wanted) {}

    /** How often a quiet stream says so, and how many messages may wait for one reader. */
    public record Pace(Duration heartbeat, int waiting) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(15), 1_000);
    }

    private record Rendered(Entry<?> entry, byte[] json) {}

    /** An event as a reader gets it that stood at {@code from}, and where it stands then. */
    record Step(Entry<?> entry, Position from, Position to, byte[] event) {}

    public EventStream(
            Timeline<V> timeline, Wording<V> wording, Pace pace, ScheduledExecutorService timer) {
        this.timeline = timeline;
        this.wording = wording;
        this.pace = pace;
        long beat = pace.heartbeat().toMillis();
        timer.scheduleWithFixedDelay(
                () -> readers.forEach(Reader::beat), beat, beat, TimeUnit.MILLISECONDS);
    }

    public int readers() {
        return readers.size();
    }

    /** How many readers were cut off because they did not keep up. */
    public long cutOff() {
        return cutOff.get();
    }

    @Override
    public void handle(Context ctx) {
        String last = ctx.header("Last-Event-ID");
        String id = last == null || last.isBlank() ? ctx.queryParam("since") : last;
        Position from = Position.parse(id).orElse(null);
        // Who comes back with an id that is none of ours has had something, and nobody knows what.
        boolean isLost = from == null && id != null && !id.isBlank();
        Predicate<V> wanted = wording.wanted().apply(ctx);
        ctx.contentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        // Proxies such as nginx hold a response back to fill their buffers, unless told.
        ctx.header("X-Accel-Buffering", "no");
        if (ctx.method() != HandlerType.HEAD) {
            ctx.future(() -> open(ctx, new Wish<>(from, isLost, wanted)));
        }
    }

    /** Where a reader goes on, whether it was elsewhere before, and what it wants of what comes. */
    record Wish<V>(Position from, boolean isLost, Predicate<V> wanted) {}

    private CompletableFuture<Void> open(Context ctx, Wish<V> wish) {
        var over = new CompletableFuture<Void>();
        try {
            var out = ctx.res().getOutputStream();
            var reader = new Reader<V>(this, wish, Callers.stillCounts(ctx));
            var mailbox = new Mailbox(out, pace.waiting(), () -> closed(reader, over));
            reader.opens(mailbox);
            readers.add(reader);
            timeline.join(wish.from(), reader);
            out.setWriteListener(mailbox);
        } catch (IOException e) {
            over.completeExceptionally(e);
        }
        return over;
    }

    private void closed(Reader<V> reader, CompletableFuture<Void> over) {
        timeline.leave(reader);
        readers.remove(reader);
        // On another thread: this one may be the log's, and must not finish responses.
        over.completeAsync(() -> null);
    }

    void lagged() {
        cutOff.incrementAndGet();
    }

    boolean reaches(int partition, long offset) {
        return timeline.reaches(partition, offset);
    }

    /**
     * Most readers stand at one place, and after the first step at the same object: one text is
     * made for all of them, and nothing is copied for a client but into its socket.
     */
    Step step(Entry<V> entry, Position from) {
        Step last = lastStep;
        if (last.entry() != entry || last.from() != from && !last.from().equals(from)) {
            Position to = from.at(entry.partition(), entry.offset());
            last = new Step(entry, from, to, event(entry, to));
            lastStep = last;
        }
        return last;
    }

    byte[] event(Entry<V> entry, Position id) {
        byte[] head = ("id: " + id + "\nevent: " + wording.event() + "\ndata: ").getBytes(UTF_8);
        byte[] json = json(entry);
        byte[] event = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, event, 0, head.length);
        System.arraycopy(json, 0, event, head.length, json.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return event;
    }

    /** An event goes to all readers in a row, so remembering one rendering serves them all. */
    private byte[] json(Entry<V> entry) {
        Rendered last = lastRendered;
        if (last.entry() != entry) {
            byte[] json = Json.line(wording.data().apply(entry.value())).getBytes(UTF_8);
            last = new Rendered(entry, json);
            lastRendered = last;
        }
        return last.json();
    }
}
