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
    private final Window window = new Window();
    private final Map<String, Story> stories = new LinkedHashMap<>();
    private final Forgotten forgotten;
    private Instant clock = Instant.EPOCH;

    public InMemoryArchive() {
        this(Forgotten.BY_ALL);
    }

    /** One of which a copy is kept: {@code forgotten} hears what {@link #advanceTo} forgets. */
    public InMemoryArchive(Forgotten forgotten) {
        this.forgotten = forgotten;
    }

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
        window.forgetBefore(clock.minus(ARTICLES_KEPT), forgotten::article);
        items.entrySet().stream()
                .takeWhile(item -> due(item.getValue().seen(), ITEMS_KEPT))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(
                        key -> {
                            removeItem(key);
                            forgotten.item(key);
                        });
        stories.values().stream()
                .takeWhile(story -> due(story.seen(), ITEMS_KEPT))
                .map(Story::id)
                .toList()
                .forEach(
                        id -> {
                            removeStory(id);
                            forgotten.story(id);
                        });
    }

    private boolean due(Instant seen, Duration kept) {
        return seen.plus(kept).isBefore(clock);
    }

    /** For a copy that was read back: its clock, without a round of forgetting. */
    public void resumeAt(Instant reached) {
        clock = reached;
    }

    /** For a copy that is read back: what was forgotten is gone, whatever the clock says. */
    public void removeItem(long key) {
        items.remove(key);
    }

    /** As {@link #removeItem}, with the way to the article. */
    public void removeArticle(long handle) {
        window.remove(handle);
    }

    /** As {@link #removeItem}. */
    public void removeStory(String id) {
        stories.remove(id);
    }

    public int articleCount() {
        return window.size();
    }

    public int itemCount() {
        return items.size();
    }

    public int storyCount() {
        return stories.size();
    }

    /** How many fingerprints and terms lead to an article. */
    public int keyCount() {
        return window.keyCount();
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
        return window.article(handle);
    }

    @Override
    public void put(Kept article) {
        window.put(article);
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
        stories.remove(story.id());
        stories.put(story.id(), story);
    }
}
