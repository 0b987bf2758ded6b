package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The archive of one process: for the command line, tests and backtests. Not thread-safe. */
public final class InMemoryArchive implements Archive {

    private final Map<String, Instant> feeds = new HashMap<>();
    // In order of arrival, so that what is due stands first.
    private final Map<Long, Item> items = new LinkedHashMap<>();
    private final Map<Long, Kept> articles = new LinkedHashMap<>();
    private final KeyIndex index = new KeyIndex();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private Instant clock = Instant.EPOCH;

    @Override
    public Instant advanceTo(Instant fetched) {
        Instant before = clock;
        if (fetched.isAfter(before)) {
            clock = fetched;
            if (Archive.startsRound(before, clock)) {
                forget();
            }
        }
        return clock;
    }

    private void forget() {
        articles.values().stream()
                .takeWhile(article -> due(article.seen(), ARTICLES_KEPT))
                .toList()
                .forEach(this::forget);
        items.entrySet().stream()
                .takeWhile(item -> due(item.getValue().seen(), ITEMS_KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(items::remove);
        stories.values().stream()
                .takeWhile(story -> due(story.seen(), ITEMS_KEPT))
                .map(Story::id)
                .toList()
                .forEach(stories::remove);
    }

    private boolean due(Instant seen, Duration kept) {
        return seen.plus(kept).isBefore(clock);
    }

    private void forget(Kept article) {
        articles.remove(article.handle());
        index.remove(article);
    }

    @Override
    public Instant firstFetched(String feed, Instant fetched) {
        return feeds.merge(feed, fetched, (a, b) -> a.isBefore(b) ? a : b);
    }

    @Override
    public Optional<Item> item(long key) {
        return Optional.ofNullable(items.get(key));
    }

    @Override
    public void put(long key, Item item) {
        items.remove(key);
        items.put(key, item);
    }

    @Override
    public Optional<Kept> article(long handle) {
        return Optional.ofNullable(articles.get(handle));
    }

    @Override
    public void put(Kept article) {
        if (articles.put(article.handle(), article) == null) {
            index.add(article);
        }
    }

    @Override
    public Holders holders(int key) {
        return index.holders(key);
    }

    @Override
    public Optional<Story> story(String id) {
        return Optional.ofNullable(stories.get(id));
    }

    @Override
    public void put(Story story) {
        stories.remove(story.id());
        stories.put(story.id(), story);
    }
}
