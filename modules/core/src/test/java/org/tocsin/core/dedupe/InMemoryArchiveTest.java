package org.tocsin.core.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryArchiveTest {

    private static final Instant NOON = Instant.parse("2024-05-14T12:00:00Z");

    private final List<String> gone = new ArrayList<>();
    private final InMemoryArchive archive =
            new InMemoryArchive(
                    new Forgotten() {
                        @Override
                        public void item(long key) {
                            gone.add("item " + key);
                        }

                        @Override
                        public void article(long handle) {
                            gone.add("article " + handle);
                        }

                        @Override
                        public void story(String id) {
                            gone.add("story " + id);
                        }
                    });

    @Test
    void saysWhatItForgets() {
        archive.advanceTo(NOON);
        archive.put(7, new Item(7, 0, List.of(), "s-a", "o", NOON));
        archive.put(new Story("s-a", List.of(), NOON, NOON));

        Instant end = NOON.plus(Archive.ITEMS_KEPT).plus(Archive.ROUND);
        while (archive.advanceTo(end).isBefore(end)) {}

        assertThat(gone).containsExactly("item 7", "story s-a");
        assertThat(archive.itemCount() + archive.storyCount()).isZero();
    }

    @Test
    void losesAtOnceWhatACopyHasLost() {
        archive.advanceTo(NOON);
        archive.put(7, new Item(7, 0, List.of(), "s-a", "o", NOON));
        archive.put(new Story("s-a", List.of(), NOON, NOON));

        archive.removeItem(7);
        archive.removeStory("s-a");

        assertThat(archive.item(7)).isEmpty();
        assertThat(archive.story("s-a")).isEmpty();
        assertThat(gone).isEmpty();
    }
}
