package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which wording of an item an article has. The hash of its content tells, unless an older version
 * of the program hashed the other: then what is kept of that is compared, since an upgrade is no
 * news.
 */
final class Wordings {

    private final Archive archive;

    Wordings(Archive archive) {
        this.archive = archive;
    }

    /**
     * The telling of the item that had the article's words. The latest is believed to have had them
     * where it can no longer be compared.
     */
    Optional<Item.Told> find(Item item, Sketch sketch) {
        return seen(item, sketch).or(() -> forgotten(item));
    }

    /** As {@link #find}, where that can be seen. */
    boolean has(Item item, Sketch sketch) {
        return seen(item, sketch).isPresent();
    }

    /** The item with the hash that the article's content has now, where only an older one knew. */
    Item renewed(Item item, Sketch sketch) {
        return find(item, sketch)
                .filter(told -> told.content() != sketch.content)
                .map(older -> item.alsoHashed(older, sketch.content))
                .orElse(item);
    }

    private Optional<Item.Told> seen(Item item, Sketch sketch) {
        for (Item.Told told : item.told()) {
            if (told.content() == sketch.content) {
                return Optional.of(told);
            }
        }
        return item.told().stream()
                .filter(item::isOnlyOlder)
                .filter(told -> kept(told).filter(kept -> isSame(sketch, kept)).isPresent())
                .findFirst();
    }

    private Optional<Item.Told> forgotten(Item item) {
        return Optional.of(item.latest())
                .filter(item::isOnlyOlder)
                .filter(told -> kept(told).isEmpty());
    }

    Optional<Kept> kept(Item.Told told) {
        return archive.article(Memory.handle(told.id(), told.content()));
    }

    /**
     * As many words, the same title and the same sample of runs. Codes are asked for where there is
     * nothing else, since what is known of words grows with each version as well.
     */
    private static boolean isSame(Sketch sketch, Kept kept) {
        int[] prints = kept.prints();
        boolean title =
                sketch.titleKey != 0 && sketch.titleKey == kept.titleKey()
                        || Arrays.equals(sketch.title, kept.title());
        return title
                && sketch.words() == kept.words()
                && Arrays.equals(sketch.keptPrints(), prints)
                && (prints.length > 0 || Arrays.equals(sketch.keptBody(), kept.body()));
    }
}
