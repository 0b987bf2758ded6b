package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;

/** Knows the items of each feed again, by guid or else by address. */
final class Items {

    /** What an article must share with an item of the same address but another guid. */
    private static final double SHARED = 0.3;

    /** A feed repeats its items all day; that they were seen is noted once a day. */
    private static final Duration TOUCHED = Duration.ofDays(1);

    private static final double ALMOST = 0.99;

    private final Archive archive;
    private final Wordings wordings;

    Items(Archive archive) {
        this.archive = archive;
        this.wordings = new Wordings(archive);
    }

    /** The article's place where it is told by an item that is known, else empty. */
    Optional<Place> find(Article article, Sketch sketch) {
        Optional<Kept> itself = archive.article(Memory.handle(article.id(), sketch.content));
        if (itself.isPresent()) {
            Kept kept = itself.get();
            return Optional.of(
                    new Place(
                            Verdict.Kind.REPEAT,
                            kept.id(),
                            itself,
                            kept.story(),
                            kept.origin(),
                            1));
        }
        return known(article, sketch).map(item -> compare(item, sketch));
    }

    private Place compare(Item item, Sketch sketch) {
        Optional<Item.Told> same = wordings.find(item, sketch);
        if (same.isPresent()) {
            return place(Verdict.Kind.REPEAT, item, same.get(), Optional.empty(), 1);
        }
        Optional<Kept> last = last(item);
        double similarity = last.map(kept -> unchanged(sketch, kept)).orElse(0.0);
        return place(Verdict.Kind.REVISION, item, item.latest(), last, similarity);
    }

    private static Place place(
            Verdict.Kind kind, Item item, Item.Told of, Optional<Kept> kept, double similarity) {
        return new Place(kind, of.id(), kept, item.story(), item.origin(), similarity);
    }

    private Optional<Item> known(Article article, Sketch sketch) {
        long guid = sketch.guid;
        long url = sketch.url;
        if (guid != 0) {
            Optional<Item> item =
                    archive.item(guid)
                            // A guid used again for another article names another item.
                            .filter(found -> isNamed(found, url) || shares(found, sketch));
            if (item.isPresent()) {
                return item;
            }
        }
        if (url == 0) {
            return guid == 0 ? archive.item(key(article, "i", article.id())) : Optional.empty();
        }
        return archive.item(url)
                // Some feeds give a new guid with every edit, others one address to all items.
                .filter(
                        found ->
                                guid == 0
                                        || found.guid() == 0
                                        || found.guid() == guid
                                        || shares(found, sketch));
    }

    /** By address too; without one the guid alone is believed where nothing else is left to ask. */
    private boolean isNamed(Item item, long url) {
        boolean addressed = url != 0 && item.url() != 0;
        return addressed ? item.url() == url : last(item).isEmpty();
    }

    private boolean shares(Item item, Sketch sketch) {
        return wordings.has(item, sketch)
                || last(item).map(kept -> similarity(sketch, kept) >= SHARED).orElse(false);
    }

    private Optional<Kept> last(Item item) {
        return wordings.kept(item.latest());
    }

    /** How much of the item is as it was; never all of it, or it were a repeat. */
    private static double unchanged(Sketch sketch, Kept kept) {
        boolean whole = Math.max(sketch.words(), kept.words()) <= Sketch.BODY;
        double body =
                whole
                        ? Alignment.of(kept.body(), sketch.keptBody()).likeness()
                        : Overlap.of(sketch, kept, sketch.plainWeights()).similarity();
        return Math.min(ALMOST, Math.round(body * 100) / 100.0);
    }

    /** How much of one article is in the other, by body or by title. */
    static double similarity(Sketch sketch, Kept kept) {
        double bodies = Overlap.of(sketch, kept, sketch.plainWeights()).similarity();
        double words = Alignment.of(kept.body(), sketch.keptBody()).share();
        double titles = Alignment.of(kept.title(), sketch.title).share();
        // Half the words of two unrelated texts can be laid side by side.
        boolean brief = sketch.isShort() || kept.words() < Grams.SHORT;
        return Math.max(
                bodies, Math.max(brief && words >= 0.6 ? words : 0, titles >= 0.7 ? titles : 0));
    }

    void remember(Telling telling, Sketch sketch, Instant now) {
        Article article = telling.article();
        if (telling.verdict().verdict() == Verdict.Kind.REPEAT
                && known(article, sketch)
                        .filter(item -> item.seen().plus(TOUCHED).isAfter(now))
                        .filter(item -> wordings.renewed(item, sketch) == item)
                        .isPresent()) {
            return;
        }
        Item item = itemWith(telling, sketch, now);
        if (item.guid() != 0) {
            archive.put(item.guid(), item);
        }
        if (item.url() != 0) {
            archive.put(item.url(), item);
        }
        if (item.guid() == 0 && item.url() == 0) {
            archive.put(key(article, "i", article.id()), item);
        }
    }

    private Item itemWith(Telling telling, Sketch sketch, Instant now) {
        Article article = telling.article();
        Verdict verdict = telling.verdict();
        var told = new Item.Told(article.id(), sketch.content);
        return switch (verdict.verdict()) {
            case NEW, COPY -> opened(telling, sketch, now);
            case REPEAT ->
                    known(article, sketch)
                            .map(item -> wordings.renewed(item, sketch).seenAt(now))
                            .orElseGet(() -> opened(telling, sketch, now));
            case REVISION ->
                    known(article, sketch)
                            .map(item -> item.telling(told, sketch.guid, sketch.url, now))
                            .orElseGet(() -> opened(telling, sketch, now));
        };
    }

    private static Item opened(Telling telling, Sketch sketch, Instant now) {
        return new Item(
                sketch.guid,
                sketch.url,
                List.of(new Item.Told(telling.article().id(), sketch.content)),
                telling.verdict().story(),
                telling.origin(),
                now);
    }

    /** A hash of feed and guid, 0 where it has none. */
    static long guid(Article article) {
        return article.guid() == null ? 0 : key(article, "g", article.guid());
    }

    /** A hash of feed and address, 0 where it has none. */
    static long url(Article article) {
        return article.url() == null ? 0 : key(article, "u", ArticleId.canonicalUrl(article.url()));
    }

    private static long key(Article article, String kind, String name) {
        String within = article.feed() != null ? article.feed() : Origins.sourceOf(article);
        return Hash.wide(within + "\n" + kind + "\n" + name);
    }
}
