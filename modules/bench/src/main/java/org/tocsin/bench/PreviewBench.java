package org.tocsin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.bench.ingest.Child;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.gateway.preview.Preview;
import org.tocsin.gateway.preview.Previews;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long a preview takes over days of the log, and how much of them it holds. */
@Command(
        name = "preview",
        description = "A preview of one watchlist over days of tagged news on a broker.",
        mixinStandardHelpOptions = true)
public final class PreviewBench implements Callable<Integer> {

    private static final int DIFFERENT = 1_000;
    private static final int TELLINGS_A_STORY = 3;

    @Option(names = "--days", description = "How many, ${DEFAULT-VALUE} by default.")
    private int days = 30;

    @Option(names = "--a-day", description = "Tellings a day, ${DEFAULT-VALUE} by default.")
    private int aDay = 5_000;

    @Option(names = "--when", description = "The rule; ${DEFAULT-VALUE} by default.")
    private String when = "type:armed-group AND event:ceasefire[modality=announced|occurred]";

    @Option(names = "--within", description = "${DEFAULT-VALUE} by default.")
    private String within = "article";

    @Option(names = "--rate", description = "None by default.")
    private String rate;

    private final Lexicon lexicon = Lexicon.shipped();
    private final Instant end = Instant.now();

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tocsin-bench");
        try (Child broker = BrokerProcess.start(data, 3)) {
            String[] addresses = BrokerProcess.addresses(broker);
            Settings settings =
                    Settings.from(
                            Map.of(
                                    "TOCSIN_DATA", data.toString(),
                                    "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", addresses[0],
                                    "TOCSIN_SCHEMA_REGISTRY_URL", addresses[1]));
            var serdes = new AvroSerdes(settings.registry());
            long bytes = write(settings, serdes);
            System.out.printf(
                    "%,d tellings of %,d days in the log, %,d MB%n",
                    (long) days * aDay, days, bytes >> 20);
            try (var previews = new Previews(settings, serdes, Clock.systemUTC())) {
                time(previews);
                time(previews);
                weigh(previews);
            }
        } finally {
            delete(data);
        }
        return 0;
    }

    /** Not more than a preview may reach back. */
    private Duration span() {
        return Duration.ofDays(days).minusMinutes(1);
    }

    private long write(Settings settings, AvroSerdes serdes)
            throws ExecutionException, InterruptedException {
        var tagger = new Tagger(lexicon);
        var articles = Corpus.of(DIFFERENT, end.minus(span()));
        List<Tags> tags = articles.stream().map(tagger::tag).toList();
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("batch.size", 1 << 18);
        config.put("compression.type", "lz4");
        long bytes = 0;
        long all = (long) days * aDay;
        var values = serdes.of(Topics.TAGGED).serializer();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), values)) {
            for (int i = 0; i < all; i++) {
                Instant at = end.minus(span().multipliedBy(all - i).dividedBy(all));
                int pattern = i % DIFFERENT;
                TaggedTelling told = told(i, at, articles.get(pattern), tags.get(pattern));
                var record =
                        new ProducerRecord<>(
                                Topics.TAGGED.name(),
                                null,
                                at.toEpochMilli(),
                                told.telling().verdict().story(),
                                told);
                var sent = producer.send(record);
                bytes +=
                        i % DIFFERENT == 0
                                ? sent.get().serializedValueSize() * (long) DIFFERENT
                                : 0;
            }
        }
        return bytes;
    }

    /** One of few articles in the place of another, so that tagging them does not take hours. */
    private static TaggedTelling told(int number, Instant at, Article a, Tags tags) {
        String id = "%016x".formatted(number);
        var article =
                new Article(
                        id,
                        id,
                        a.url(),
                        a.source(),
                        a.feed(),
                        a.title(),
                        a.text(),
                        a.language(),
                        at,
                        null,
                        at,
                        a.authors(),
                        a.categories());
        var verdict =
                new Verdict(id, Verdict.Kind.NEW, null, "story-" + number / TELLINGS_A_STORY, 0, 1);
        return new TaggedTelling(
                new Telling(article, verdict, a.source(), false),
                new Tags(id, tags.language(), tags.actors(), tags.events()));
    }

    private void time(Previews previews) throws BadWatchlist {
        long begin = System.nanoTime();
        Duration worked = worked();
        Rehearsal.Result result = preview(previews).result();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = worked().minus(worked).toNanos() / 1e9;
        System.out.printf(
                "a preview of them takes %.1f s, of CPU %.1f s, which are %,.0f tellings/s: %,d hits, %,d alerts in %,d threads%n",
                seconds,
                cpu,
                result.tellings() / cpu,
                result.counts().hits(),
                result.counts().alerts(),
                result.counts().threads());
    }

    /** What this process has worked, whatever else the machine does. */
    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What is left on the heap whenever it is swept while a preview runs. */
    private void weigh(Previews previews) throws BadWatchlist, InterruptedException {
        long before = heap();
        var most = new AtomicLong();
        var done = new AtomicBoolean();
        var scales =
                new Thread(
                        () -> {
                            while (!done.get()) {
                                most.accumulateAndGet(heap(), Math::max);
                            }
                        });
        scales.setDaemon(true);
        scales.start();
        preview(previews);
        done.set(true);
        scales.join();
        System.out.printf("it holds at most %,d MB while it runs%n", (most.get() - before) >> 20);
    }

    private Preview.View preview(Previews previews) throws BadWatchlist {
        var watchlist =
                new Watchlist(
                        "bench", null, "bench", null, when, within, 1, null, null, 1, null, null,
                        null, rate);
        return previews.run(watchlist, span(), Rehearsal.of(watchlist, null, lexicon));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void delete(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
