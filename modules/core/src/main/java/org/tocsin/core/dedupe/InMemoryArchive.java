package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The archive of one process: for the command line, tests and backtests. Not thread-safe. */
public final class InMemoryArchive implements Archive {

    private final Map<String, Instant> feeds = new HashMap<>();
    private final Ledger items = new Ledger();
    private final Ledger stories = new Ledger();
    private final Window window = new Window();
    private final Forgotten forgotten;
    private Instant clock = Instant.EPOCH;
    private Item lastPut;

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
            clock = Archive.follow(before, fetched);
            if (Archive.startsRound(before, clock)) {
                forget();
            }
        }
        return clock;
    }

    private void forget() {
        window.forgetBefore(clock.minus(ARTICLES_KEPT), forgotten::article);
        long due = clock.minus(ITEMS_KEPT).toEpochMilli();
        items.forgetBefore(due, (key, item) -> forgotten.item(key));
        stories.forgetBefore(due, (key, story) -> forgotten.story(ItemFields.story(story).id()));
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
        stories.remove(Hash.wide(id));
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
        return Optional.ofNullable(items.find(key)).map(ItemFields::item);
    }

    @Override
    public void put(long key, Item item) {
        // An item is put under guid and address, one after the other; it is one record.
        boolean keyed = key == item.guid() || key == item.url();
        if (!keyed || item != lastPut) {
            long first = keyed && item.guid() != 0 ? item.guid() : key;
            long other = keyed && item.guid() != 0 ? item.url() : 0;
            boolean both = keyed && first == item.guid();
            items.put(first, other, item.seen().toEpochMilli(), ItemFields.write(item, both));
            lastPut = item;
        }
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
        return Optional.ofNullable(stories.find(Hash.wide(id))).map(ItemFields::story);
    }

    @Override
    public void put(Story story) {
        stories.put(Hash.wide(story.id()), 0, story.seen().toEpochMilli(), ItemFields.write(story));
    }
}
