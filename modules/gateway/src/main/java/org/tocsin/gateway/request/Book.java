package org.tocsin.gateway.request;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.request.RequestNote;
import org.tocsin.core.request.RequestNote.Step;

/**
 * How each request stands, by the notes on it in the order of the log. It depends on them alone, so
 * every gateway that has read as far says the same.
 *
 * <p>Bounded: requests of a day, the last {@value #KEPT} of them, and {@value #BYTES} bytes of
 * answers. Beyond these the oldest answer goes first: that it was done is still known.
 */
final class Book {

    static final int KEPT = 20_000;
    static final int BYTES = 16 << 20;
    static final Duration DAY = Duration.ofDays(1);
    // Longer than any change waits for the log.
    static final Duration ABANDONED = Duration.ofMinutes(2);

    private final int mostBytes;
    private final Map<String, RequestNote> notes = new LinkedHashMap<>();
    private long bytes;

    Book() {
        this(BYTES);
    }

    Book(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The note that holds at that moment; empty where the request may be begun. */
    synchronized Optional<RequestNote> at(String id, Instant now) {
        return Optional.ofNullable(notes.get(id)).filter(note -> !isOver(note, now));
    }

    synchronized void read(RequestNote note) {
        RequestNote known = at(note.id(), note.time()).orElse(null);
        boolean counts =
                switch (note.step()) {
                    case BEGUN -> known == null;
                    case DONE -> known == null || known.step() == Step.BEGUN;
                    case ANSWERED -> isOf(note, known);
                    case FAILED -> isOf(note, known) && known.step() == Step.BEGUN;
                };
        if (!counts) {
            return;
        }
        remove(note.id());
        if (note.step() != Step.FAILED) {
            notes.put(note.id(), note);
            bytes += bytesOf(note);
            shorten(note.time());
        }
    }

    private static boolean isOf(RequestNote note, RequestNote known) {
        return known != null && known.attempt().equals(note.attempt());
    }

    private static boolean isOver(RequestNote note, Instant now) {
        Duration most = note.step() == Step.BEGUN ? ABANDONED : DAY;
        return Duration.between(note.time(), now).compareTo(most) > 0;
    }

    private void remove(String id) {
        RequestNote gone = notes.remove(id);
        bytes -= gone == null ? 0 : bytesOf(gone);
    }

    private void shorten(Instant now) {
        Iterator<Map.Entry<String, RequestNote>> oldest = notes.entrySet().iterator();
        boolean more = true;
        while (more && oldest.hasNext()) {
            RequestNote note = oldest.next().getValue();
            more = notes.size() > KEPT || isOver(note, now);
            if (more) {
                bytes -= bytesOf(note);
                oldest.remove();
            }
        }
        if (bytes > mostBytes) {
            notes.replaceAll((id, note) -> bytes > mostBytes ? withoutBody(note) : note);
        }
    }

    private RequestNote withoutBody(RequestNote note) {
        bytes -= bytesOf(note);
        return note.body() == null
                ? note
                : note.answered(note.status(), note.headers(), null, note.time());
    }

    private static int bytesOf(RequestNote note) {
        return note.body() == null ? 0 : note.body().getBytes(StandardCharsets.UTF_8).length;
    }
}
