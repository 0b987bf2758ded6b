package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.stages.RecordFault;
import org.tocsin.stages.order.ReorderWindow;

/**
 * Asks the deduper about each article when its turn has come, and passes on what is more than a
 * repeat, by story. What waits for its turn is in a store as well: the line was read past it.
 */
final class StoryTeller implements Processor<String, byte[], String, Telling> {

    static final String WAITING = "waiting";

    /** How often it is looked whether something has waited long enough. */
    private static final int LOOKS = 10;

    private final TellStories needs;
    private ProcessorContext<String, Telling> context;
    private KeyValueStore<Bytes, byte[]> waiting;
    private ArchiveStore archive;
    private Deduper deduper;
    private String line;
    private ReorderWindow<HeldArticle> window;

    StoryTeller(TellStories needs) {
        this.needs = needs;
    }

    @Override
    public void init(ProcessorContext<String, Telling> context) {
        this.context = context;
        // As Kafka Streams calls the topic of the line.
        line = context.applicationId() + "-" + DedupeStage.LINE + "-repartition";
        waiting = context.getStateStore(WAITING);
        archive = context.getStateStore(ArchiveStore.NAME);
        archive.resume();
        deduper = new Deduper(archive);
        long now = context.currentSystemTimeMs();
        window = new ReorderWindow<>(ReorderWindow.Waits.of(needs.window()), now);
        try (KeyValueIterator<Bytes, byte[]> left = waiting.all()) {
            left.forEachRemaining(entry -> window.add(held(entry.key, entry.value, now)));
        }
        long pause = Math.max(1, needs.window().toMillis() / LOOKS);
        context.schedule(Duration.ofMillis(pause), PunctuationType.WALL_CLOCK_TIME, this::release);
        context.schedule(
                Duration.ofSeconds(1),
                PunctuationType.WALL_CLOCK_TIME,
                time -> archive.report(needs.figures(), window.size()));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long now = context.currentSystemTimeMs();
        long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(0L);
        var article =
                new HeldArticle(
                        Sketched.place(record.value()), record.key(), offset, record.value(), now);
        if (window.isPast(article.time())) {
            needs.figures().cameLate();
            tell(article);
        } else if (needs.window().isZero()) {
            tell(article);
        } else {
            waiting.put(key(article), article.bytes());
            window.add(article);
            release(now);
        }
    }

    private void release(long now) {
        window.release(
                now,
                article -> {
                    waiting.delete(key(article));
                    tell(article);
                });
    }

    private void tell(HeldArticle held) {
        Telling telling = decide(held);
        Verdict verdict = telling.verdict();
        needs.figures().told(verdict.verdict());
        if (verdict.verdict() != Verdict.Kind.REPEAT) {
            context.forward(new Record<>(verdict.story(), telling, held.place().stamp()));
        }
    }

    private Telling decide(HeldArticle held) {
        try {
            Sketched sketched = Sketched.read(held.bytes(), needs.articles());
            Telling telling = deduper.tell(sketched.article(), sketched.sketch());
            archive.settle();
            return telling;
        } catch (RuntimeException e) {
            var source =
                    new RecordFault.Source(
                            line,
                            0,
                            held.offset(),
                            held.place().stamp(),
                            held.id().getBytes(StandardCharsets.UTF_8),
                            held.bytes());
            throw RecordFault.of(source, e);
        }
    }

    /** Sorts as the window does: eight bytes of time, the id, a zero, eight bytes of offset. */
    private static Bytes key(HeldArticle article) {
        byte[] id = article.id().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + id.length + 1 + Long.BYTES)
                        .putLong(article.time())
                        .put(id)
                        .put((byte) 0)
                        .putLong(article.offset())
                        .array());
    }

    private static HeldArticle held(Bytes key, byte[] value, long now) {
        var bytes = ByteBuffer.wrap(key.get(), Long.BYTES, key.get().length - Long.BYTES);
        var id = new byte[bytes.remaining() - 1 - Long.BYTES];
        bytes.get(id).get();
        return new HeldArticle(
                Sketched.place(value),
                new String(id, StandardCharsets.UTF_8),
                bytes.getLong(),
                value,
                now);
    }

    @Override
    public void close() {
        needs.figures().holds(DedupeFigures.Held.NOTHING);
    }
}
