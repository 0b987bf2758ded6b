package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Forgotten;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Item;
import org.tocsin.core.dedupe.Kept;
import org.tocsin.core.dedupe.Story;
import org.tocsin.core.dedupe.Window;

/**
 * The archive of the stage: all that is read is in the heap, all that changes goes to one changelog
 * as well, and from that another instance goes on where this one stopped. A standby follows the
 * changelog and is ready at once.
 *
 * <p>Keys are a byte of kind, then the number or name. An article costs three records: itself, its
 * item (under the first of its two names; both are in it) and its story. The clock stands in what
 * was seen last; only where an article left nothing else does it get a record of its own.
 */
final class ArchiveStore implements StateStore, Archive {

    static final String NAME = "archive";

    private static final byte CLOCK = 'c';
    private static final byte FEED = 'f';
    private static final byte ITEM = 'i';
    private static final byte ARTICLE = 'a';
    private static final byte STORY = 's';

    private final KeyValueStore<Bytes, byte[]> changelog;
    private InMemoryArchive heap = new InMemoryArchive(new Changed());
    private final Map<String, Instant> feeds = new HashMap<>();
    private Instant restored = Instant.EPOCH;
    private Instant clock = Instant.EPOCH;
    private boolean clockIsKnown = true;

    /**
     * @param inside what {@code changelog} has at its bottom
     */
    ArchiveStore(ChangelogOnly inside, KeyValueStore<Bytes, byte[]> changelog) {
        this.changelog = changelog;
        inside.restoreTo(this::restore);
    }

    private final class Changed implements Forgotten {
        @Override
        public void item(long key) {
            changelog.put(numbered(ITEM, key), null);
        }

        @Override
        public void article(long handle) {
            changelog.put(numbered(ARTICLE, handle), null);
        }

        @Override
        public void story(String id) {
            changelog.put(named(STORY, id), null);
        }
    }

    private static Bytes numbered(byte kind, long number) {
        return Bytes.wrap(ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(number).array());
    }

    private static Bytes named(byte kind, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(1 + utf8.length).put(kind).put(utf8).array());
    }

    /** Applies one record of the changelog; they come in the order in which they were written. */
    void restore(byte[] key, byte[] value) {
        var in = ByteBuffer.wrap(key, 1, key.length - 1);
        switch (key[0]) {
            case CLOCK -> seen(StateBytes.instant(value));
            case FEED -> feeds.put(name(in), StateBytes.instant(value));
            case ITEM -> restoreItem(in.getLong(), value);
            case ARTICLE -> restoreArticle(in.getLong(), value);
            case STORY -> restoreStory(name(in), value);
            default -> throw new IllegalStateException("kind " + key[0] + " in the archive");
        }
    }

    private static String name(ByteBuffer utf8) {
        return StandardCharsets.UTF_8.decode(utf8).toString();
    }

    private void seen(Instant at) {
        restored = restored.isBefore(at) ? at : restored;
    }

    private void restoreItem(long key, byte[] value) {
        if (value == null) {
            heap.removeItem(key);
            return;
        }
        Item item = StateBytes.item(value);
        seen(item.seen());
        heap.put(key, item);
        if (key == item.guid() && item.url() != 0) {
            heap.put(item.url(), item);
        }
    }

    private void restoreArticle(long handle, byte[] value) {
        if (value == null) {
            heap.removeArticle(handle);
        } else {
            Kept article = Kept.from(value);
            seen(article.seen());
            heap.put(article);
        }
    }

    private void restoreStory(String id, byte[] value) {
        if (value == null) {
            heap.removeStory(id);
        } else {
            Story story = StateBytes.story(value);
            seen(story.seen());
            heap.put(story);
        }
    }

    /** To be called before the first article: the clock goes on from what was restored. */
    void resume() {
        clock = restored;
        heap.resumeAt(restored);
    }

    /** To be called after each article: notes the clock where nothing else did. */
    void settle() {
        if (!clockIsKnown) {
            changelog.put(Bytes.wrap(new byte[] {CLOCK}), StateBytes.of(clock));
            clockIsKnown = true;
        }
    }

    /** Says what it holds, and what it was asked so far. */
    void report(DedupeFigures figures, int waiting) {
        figures.holds(
                new DedupeFigures.Held(
                        heap.articleCount(),
                        heap.itemCount(),
                        heap.storyCount(),
                        heap.keyCount(),
                        heap.window().bytes(),
                        waiting));
        figures.asked(heap.window().lookups(), heap.window().candidates());
    }

    @Override
    public Instant advanceTo(Instant fetched) {
        Instant now = heap.advanceTo(fetched);
        if (now.isAfter(clock)) {
            clock = now;
            clockIsKnown = false;
        }
        return now;
    }

    @Override
    public Instant firstFetched(String feed, Instant fetched) {
        Instant known = feeds.get(feed);
        if (known != null && !fetched.isBefore(known)) {
            return known;
        }
        feeds.put(feed, fetched);
        changelog.put(named(FEED, feed), StateBytes.of(fetched));
        return fetched;
    }

    @Override
    public Optional<Item> item(long key) {
        return heap.item(key);
    }

    @Override
    public void put(long key, Item item) {
        heap.put(key, item);
        // An item is put under each of its names; the first holds both.
        if (key != item.url() || item.guid() == 0) {
            changelog.put(numbered(ITEM, key), StateBytes.of(item));
        }
        note(item.seen());
    }

    private void note(Instant seen) {
        clockIsKnown |= seen.equals(clock);
    }

    @Override
    public Optional<Kept> article(long handle) {
        return heap.article(handle);
    }

    @Override
    public void put(Kept article) {
        if (heap.article(article.handle()).isPresent()) {
            return;
        }
        heap.put(article);
        changelog.put(numbered(ARTICLE, article.handle()), article.toBytes());
        note(article.seen());
    }

    @Override
    public Window window() {
        return heap.window();
    }

    @Override
    public Optional<Story> story(String id) {
        return heap.story(id);
    }

    @Override
    public void put(Story story) {
        heap.put(story);
        changelog.put(named(STORY, story.id()), StateBytes.of(story));
        note(story.seen());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        changelog.init(context, root);
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return changelog.isOpen();
    }

    @Override
    public void flush() {
        changelog.flush();
    }

    /**
     * Forgets everything: a task whose transaction was aborted is opened again with this very
     * store, and what it was told since the last commit will be told to it anew.
     */
    @Override
    public void close() {
        changelog.close();
        heap = new InMemoryArchive(new Changed());
        feeds.clear();
        restored = Instant.EPOCH;
        clock = Instant.EPOCH;
        clockIsKnown = true;
    }
}
