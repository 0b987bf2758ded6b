package org.tocsin.gateway.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * Finds in the log what no board holds any more. What is not looked for is told by its key or its
 * bytes and never decoded, so that the log is read about as fast as it is fetched.
 *
 * <p>Two searches run at a time in a process, each for at most 20 s; and two exports, for 10 min.
 */
public final class LogSearch {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    // Apart, since an export goes as slowly as its reader reads.
    private static final Duration PATIENCE_TO_WRITE = Duration.ofMinutes(10);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore exports = new Semaphore(AT_ONCE);
    private final Settings settings;
    private final AvroSerdes serdes;
    private final Clock clock;

    LogSearch(Settings settings, AvroSerdes serdes, Clock clock) {
        this.clock = clock;
        this.settings = settings;
        this.serdes = serdes;
    }

    /** A search that was given up, and why, for people. */
    public static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp(String why) {
            super(why);
        }
    }

    /** So long until now, by the time of what is told. */
    public Preview.Span last(Duration span) {
        return new Preview.Span(clock.instant().minus(span), clock.instant());
    }

    /** The last telling of that article. */
    public Optional<TaggedTelling> article(String id, Preview.Span span) {
        byte[] letters = id.getBytes(UTF_8);
        var found = new ArrayList<TaggedTelling>();
        search(
                Topics.TAGGED,
                span,
                (story, telling) -> contains(telling, letters),
                telling -> {
                    // A revision or a copy names it as well.
                    if (telling.telling().article().id().equals(id)) {
                        found.add(telling);
                    }
                });
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** What was told of that story, in order. */
    public List<TaggedTelling> story(String id, Preview.Span span) {
        var found = new ArrayList<TaggedTelling>();
        search(Topics.TAGGED, span, (story, telling) -> id.equals(story), found::add);
        return found;
    }

    /** All that was told, in order. */
    public void all(Preview.Span span, Consumer<TaggedTelling> tellings) {
        search(Topics.TAGGED, span, (story, telling) -> true, tellings);
    }

    /**
     * How many alerts of that watchlist a topic of alerts has, by kind.
     *
     * @param watching whether those that it would have rung while it only watched
     */
    public Map<Alert.Kind, Integer> alerts(String watchlist, boolean watching, Preview.Span span) {
        byte[] letters = watchlist.getBytes(UTF_8);
        var kinds = new EnumMap<Alert.Kind, Integer>(Alert.Kind.class);
        search(
                watching ? Topics.ALERTS_WATCHING : Topics.ALERTS,
                span,
                (thread, alert) -> contains(alert, letters),
                alert -> {
                    if (alert.watchlist().equals(watchlist)) {
                        kinds.merge(alert.kind(), 1, Integer::sum);
                    }
                });
        return kinds;
    }

    /**
     * Hands over all alerts of a span as the log has them, oldest first, for as long as somebody
     * takes them.
     *
     * @param take may throw to end it
     */
    public void alerts(Preview.Span span, Consumer<Alert> take) {
        search(
                Topics.ALERTS,
                span,
                new Wanted<>((thread, alert) -> true, take, PATIENCE_TO_WRITE),
                exports);
    }

    private <V> void search(
            Topic<V> topic,
            Preview.Span span,
            BiPredicate<String, byte[]> wants,
            Consumer<V> take) {
        search(topic, span, new Wanted<>(wants, take, PATIENCE), places);
    }

    private <V> void search(Topic<V> topic, Preview.Span span, Wanted<V> wanted, Semaphore seats) {
        if (!seats.tryAcquire()) {
            throw new GivenUp("others search the log; try again in a moment");
        }
        try {
            new LogSpan<>(settings, serdes, topic).read(span.from(), span.to(), wanted);
        } finally {
            seats.release();
        }
        if (!wanted.goesOn()) {
            throw new GivenUp(
                    "the log was searched for %d s; ask for a shorter span"
                            .formatted(wanted.patience.toSeconds()));
        }
    }

    /** Takes what passes, until its time is over. */
    private static final class Wanted<V> implements LogSpan.Listener<V> {

        private final BiPredicate<String, byte[]> wants;
        private final Consumer<V> take;
        private final Duration patience;
        private final long deadline;

        Wanted(BiPredicate<String, byte[]> wants, Consumer<V> take, Duration patience) {
            this.wants = wants;
            this.take = take;
            this.patience = patience;
            this.deadline = System.nanoTime() + patience.toNanos();
        }

        @Override
        public boolean wants(String key, byte[] value) {
            return value != null && wants.test(key, value);
        }

        @Override
        public boolean take(int partition, V value) {
            take.accept(value);
            return goesOn();
        }

        @Override
        public boolean goesOn() {
            return System.nanoTime() - deadline < 0;
        }
    }

    // Written for speed: every byte of the log may pass here.
    private static boolean contains(byte[] text, byte[] letters) {
        int last = text.length - letters.length;
        for (int at = 0; at <= last; at++) {
            if (letters.length == 0 || text[at] == letters[0] && isAt(text, at, letters)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] text, int at, byte[] letters) {
        for (int i = 1; i < letters.length; i++) {
            if (text[at + i] != letters[i]) {
                return false;
            }
        }
        return true;
    }
}
