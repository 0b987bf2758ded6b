package org.tocsin.stages.watch;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.StoryWatcher;
import org.tocsin.core.watch.thread.WatchlistWatcher;
import org.tocsin.core.watch.thread.WindowHit;

/** Asks each telling by the rules in force, remembering what every story has said to whom. */
record WatchStories(Rulebook rulebook, Mutes mutes, Duration window)
        implements ProcessorSupplier<String, TaggedTelling, String, Decided> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoryStores.builders();
    }

    @Override
    public Processor<String, TaggedTelling, String, Decided> get() {
        return new Watching();
    }

    private final class Watching implements Processor<String, TaggedTelling, String, Decided> {

        private ProcessorContext<String, Decided> context;
        private StoryWatcher watcher;

        /** When all watchlists were last told how far this partition has come. */
        private long saidSo = Long.MIN_VALUE;

        /** How much of the telling in hand was handed on. */
        private int handedOn;

        @Override
        public void init(ProcessorContext<String, Decided> streams) {
            context = streams;
            watcher = new StoryWatcher(StoryStores.in(streams), mutes);
        }

        @Override
        public void process(Record<String, TaggedTelling> record) {
            handedOn = 0;
            Rules rules = rulebook.rules();
            StoryWatcher.Result result = watcher.tell(record.value(), rules);
            for (Alert alert : result.rings().live()) {
                if (WatchlistWatcher.rations(rules.byId(alert.watchlist()))) {
                    handOn(WindowHit.of(alert, record.value().telling()), record);
                } else {
                    context.forward(Ringing.of(alert, rules, record.timestamp()));
                }
            }
            for (Alert alert : result.rings().watched()) {
                context.forward(Ringing.watched(alert, record.timestamp()));
            }
            if (result.tick()) {
                handOn(WindowHit.tick(record.value().telling()), record);
            }
            result.hits().forEach(hit -> handOn(hit, record));
            if (rules.needTheTime()) {
                sayHowFar(record);
            }
        }

        /** A partition of which nothing is a hit for long would be taken for a silent one. */
        private void sayHowFar(Record<String, TaggedTelling> record) {
            long now = context.currentSystemTimeMs();
            if (!window.isZero() && now - window.dividedBy(HitLine.LOOKS).toMillis() >= saidSo) {
                saidSo = now;
                handOn(null, record);
            }
        }

        private void handOn(WindowHit hit, Record<String, TaggedTelling> record) {
            long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(0L);
            var queued =
                    new Queued(
                            record.timestamp(),
                            context.taskId().partition(),
                            offset,
                            handedOn++,
                            hit);
            String key = queued.isForAll() ? "" : hit.watchlist();
            context.forward(record.withKey(key).withValue(Decided.of(queued)));
        }
    }
}
