package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Item;
import org.tocsin.core.dedupe.Kept;
import org.tocsin.core.dedupe.Story;
import org.tocsin.core.dedupe.Window;

/**
 * The archive over state stores with changelogs: another instance goes on where this one stopped.
 *
 * <p>What must be forgotten when stands in a store of its own, ordered by time; an entry whose
 * object was seen again since is passed over.
 *
 * <p>The way from fingerprints and terms to articles is not stored: thirty writes for an article
 * would cost more than all else together. It follows from the articles, so it is made again from
 * them, in their order of arrival, when an instance takes over.
 */
final class StoreArchive implements Archive {

    private static final String TIMES = "times";
    private static final String ITEMS = "items";
    private static final String ARTICLES = "told";
    private static final String STORIES = "stories";
    private static final String DUE = "due";

    private static final String CLOCK = "clock";
    private static final String ARRIVED = "arrived";
    private static final String FEED = "feed:";

    private final KeyValueStore<String, Long> times;
    private final KeyValueStore<Long, Item> items;
    private final KeyValueStore<Long, Kept> articles;
    private final KeyValueStore<String, Story> stories;
    private final KeyValueStore<Bytes, byte[]> due;
    private final Window window = new Window();

    private StoreArchive(ProcessingContext context) {
        times = context.getStateStore(TIMES);
        items = context.getStateStore(ITEMS);
        articles = context.getStateStore(ARTICLES);
        stories = context.getStateStore(STORIES);
        due = context.getStateStore(DUE);
    }

    static StoreArchive in(ProcessingContext context) {
        var archive = new StoreArchive(context);
        archive.indexAll();
        return archive;
    }

    static Set<StoreBuilder<?>> stores() {
        // In an order of its own, so that the topology reads the same in every process.
        return ordered(
                store(TIMES, Serdes.String(), Serdes.Long()).withCachingEnabled(),
                store(ITEMS, Serdes.Long(), StateSerdes.items()),
                store(ARTICLES, Serdes.Long(), StateSerdes.articles()),
                store(STORIES, Serdes.String(), StateSerdes.stories()).withCachingEnabled(),
                store(DUE, Serdes.Bytes(), Serdes.ByteArray()));
    }

    private static Set<StoreBuilder<?>> ordered(StoreBuilder<?>... stores) {
        return new LinkedHashSet<>(List.of(stores));
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }

    private void indexAll() {
        var arrivals = new TreeMap<Long, Long>();
        try (KeyValueIterator<Bytes, byte[]> all = due.all()) {
            while (all.hasNext()) {
                var next = all.next();
                Due entry = Due.read(next.key);
                if (entry.kind() == Due.ARTICLE) {
                    arrivals.put(ByteBuffer.wrap(next.value).getLong(), entry.number());
                }
            }
        }
        arrivals.values().forEach(handle -> article(handle).ifPresent(window::put));
    }

    @Override
    public Instant advanceTo(Instant fetched) {
        Instant before = time(CLOCK).orElse(Instant.EPOCH);
        if (!fetched.isAfter(before)) {
            return before;
        }
        times.put(CLOCK, fetched.toEpochMilli());
        if (Archive.startsRound(before, fetched)) {
            forget(fetched);
        }
        return fetched;
    }

    private Optional<Instant> time(String key) {
        return Optional.ofNullable(times.get(key)).map(Instant::ofEpochMilli);
    }

    private void forget(Instant now) {
        for (Bytes key : due(now)) {
            Due entry = Due.read(key);
            switch (entry.kind()) {
                case Due.ITEM -> {
                    if (stillDue(items.get(entry.number()), now)) {
                        items.delete(entry.number());
                    }
                }
                case Due.ARTICLE -> forgetArticle(entry.number());
                default -> {
                    if (stillDue(stories.get(entry.name()), now)) {
                        stories.delete(entry.name());
                    }
                }
            }
            due.delete(key);
        }
    }

    private List<Bytes> due(Instant now) {
        var keys = new ArrayList<Bytes>();
        try (KeyValueIterator<Bytes, byte[]> all = due.range(null, Due.before(now))) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static boolean stillDue(Item item, Instant now) {
        return item != null && item.seen().plus(ITEMS_KEPT).isBefore(now);
    }

    private static boolean stillDue(Story story, Instant now) {
        return story != null && story.seen().plus(ITEMS_KEPT).isBefore(now);
    }

    private void forgetArticle(long handle) {
        articles.delete(handle);
        window.remove(handle);
    }

    @Override
    public Instant firstFetched(String feed, Instant fetched) {
        Instant known = time(FEED + feed).orElse(null);
        if (known != null && !fetched.isBefore(known)) {
            return known;
        }
        times.put(FEED + feed, fetched.toEpochMilli());
        return fetched;
    }

    @Override
    public Optional<Item> item(long key) {
        return Optional.ofNullable(items.get(key));
    }

    @Override
    public void put(long key, Item item) {
        items.put(key, item);
        due.put(Due.item(item.seen().plus(ITEMS_KEPT), key), new byte[0]);
    }

    @Override
    public Optional<Kept> article(long handle) {
        return Optional.ofNullable(articles.get(handle));
    }

    @Override
    public void put(Kept article) {
        boolean known = articles.get(article.handle()) != null;
        articles.put(article.handle(), article);
        if (known) {
            return;
        }
        window.put(article);
        Long arrived = times.get(ARRIVED);
        long number = arrived == null ? 0 : arrived + 1;
        times.put(ARRIVED, number);
        due.put(
                Due.article(article.seen().plus(ARTICLES_KEPT), article.handle()),
                ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    @Override
    public Window window() {
        return window;
    }

    @Override
    public Optional<Story> story(String id) {
        return Optional.ofNullable(stories.get(id));
    }

    @Override
    public void put(Story story) {
        stories.put(story.id(), story);
        due.put(Due.story(story.seen().plus(ITEMS_KEPT), story.id()), new byte[0]);
    }
}
