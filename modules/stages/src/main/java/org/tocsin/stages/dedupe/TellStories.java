package org.tocsin.stages.dedupe;

import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;

/** Asks the deduper about each article and passes on what is more than a repeat, by story. */
final class TellStories implements ProcessorSupplier<String, Article, String, Telling> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoreArchive.stores();
    }

    @Override
    public Processor<String, Article, String, Telling> get() {
        return new Processor<>() {
            private ProcessorContext<String, Telling> context;
            private Deduper deduper;

            @Override
            public void init(ProcessorContext<String, Telling> context) {
                this.context = context;
                this.deduper = new Deduper(StoreArchive.in(context));
            }

            @Override
            public void process(Record<String, Article> record) {
                Article article = record.value();
                Telling telling = deduper.tell(article);
                if (telling.verdict().verdict() != Verdict.Kind.REPEAT) {
                    context.forward(
                            record.withKey(telling.verdict().story())
                                    .withValue(telling)
                                    .withTimestamp(article.fetched().toEpochMilli()));
                }
            }
        };
    }
}
