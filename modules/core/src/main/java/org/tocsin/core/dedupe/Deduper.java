package org.tocsin.core.dedupe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.article.Article;

/**
 * Says of each article what it is among those that came before it: a repeat, a revision, a copy or
 * new, of which story, from which origin.
 *
 * <p>What it answers follows from the articles told so far, in their order, and from nothing else:
 * no clock, no randomness. Not thread-safe.
 */
public final class Deduper {

    /** An item older than its feed's first reading by more than this was there before us. */
    private static final Duration BACKLOG = Duration.ofHours(6);

    /**
     * News was not told on the web before: such a date is what a clock shows that was never set.
     */
    private static final Instant BELIEVED = Instant.parse("1990-01-01T00:00:00Z");

    private final Sketcher sketcher = new Sketcher();
    private final Archive archive;
    private final Items items;
    private final CopyFinder copies;
    private final StoryFinder stories;
    private final Origins origins;

    public Deduper(Archive archive) {
        this.archive = archive;
        this.items = new Items(archive);
        this.copies = new CopyFinder(archive);
        this.stories = new StoryFinder(archive);
        this.origins = new Origins(Owners.shipped());
    }

    /** The article with its place among those told before; it is remembered. */
    public Telling tell(Article article) {
        return tell(article, sketcher.sketch(article));
    }

    /** The same of an article that was sketched elsewhere; of its words only those are read. */
    public Telling tell(Article article, Sketch sketch) {
        Instant now = archive.advanceTo(article.fetched());
        Instant at = timeOf(article, now);
        Place place = placeOf(article, sketch, at);
        boolean backlog = isBacklog(article, place);
        int count = place.isRepeat() ? originsOf(place) : join(place, backlog, at, now);
        Verdict verdict = shown(place.verdict(article.id(), count), article, sketch, place);
        var telling = new Telling(article, verdict, place.origin(), backlog);
        if (!place.isRepeat()) {
            archive.put(Memory.of(telling, sketch, at, now, place.original()));
        }
        items.remember(telling, sketch, now);
        return telling;
    }

    /**
     * What would be asked of the article and of those before it that may tell of the same
     * happening, if it were told now: for those who fit what the answers weigh. Nothing is
     * remembered.
     */
    public List<Comparison> compare(Article article) {
        Instant at = timeOf(article, article.fetched());
        return stories.compare(sketcher.sketch(article), Origins.sourceOf(article), at);
    }

    private Place placeOf(Article article, Sketch sketch, Instant at) {
        Optional<Place> known = items.find(article, sketch);
        if (known.isPresent()) {
            return known.get();
        }
        CopyFinder.Match copied = copies.find(sketch, Origins.sourceOf(article), at);
        return copied != null ? Place.copy(copied) : opening(article, sketch, at);
    }

    /** With its evidence, where the other article is still known; most articles pay nothing. */
    private Verdict shown(Verdict bare, Article article, Sketch sketch, Place place) {
        if (place.isRepeat() || place.original().isEmpty()) {
            return bare;
        }
        Kept of = place.original().get();
        boolean revised = place.kind() == Verdict.Kind.REVISION;
        return bare.shownBy(
                Passages.shared(sketcher.textOf(article), sketch, of),
                revised ? Changes.between(sketch, of) : List.of());
    }

    private Place opening(Article article, Sketch sketch, Instant at) {
        StoryFinder.Found found = stories.find(sketch, Origins.sourceOf(article), at);
        if (found.rewritten() != null) {
            return Place.copy(found.rewritten());
        }
        String story = found.story().map(Story::id).orElse("s-" + article.id());
        return Place.opening(story, origins.of(article, sketch));
    }

    private int originsOf(Place place) {
        return archive.story(place.story()).map(story -> story.origins().size()).orElse(0);
    }

    /** Adds the telling to its story and answers how many origins that has now. */
    private int join(Place place, boolean backlog, Instant at, Instant now) {
        Story story =
                archive.story(place.story())
                        .orElseGet(() -> Story.opened(place.story(), at, now))
                        .told(at, now);
        // A copy names its original's origin, so it adds one only where the original could not.
        Story joined = backlog ? story : story.by(place.origin());
        archive.put(joined);
        return joined.origins().size();
    }

    /** An article without any time that can be believed is told now. */
    private static Instant timeOf(Article article, Instant now) {
        Instant at = article.eventTime();
        if (at.isBefore(BELIEVED)) {
            at = article.fetched();
        }
        return at.isBefore(BELIEVED) ? now : at;
    }

    private static Instant believed(Instant told) {
        return told == null || told.isBefore(BELIEVED) ? null : told;
    }

    private boolean isBacklog(Article article, Place place) {
        if (article.feed() == null) {
            return false;
        }
        Instant first = archive.firstFetched(article.feed(), article.fetched());
        Instant bound = first.minus(BACKLOG);
        if (place.kind() == Verdict.Kind.REVISION) {
            // A change that was seen to happen is news, whatever date the feed still shows.
            Instant updated = believed(article.updated());
            return updated != null && updated.isBefore(bound);
        }
        Instant told = believed(article.published());
        told = told != null ? told : believed(article.updated());
        return told == null ? article.fetched().equals(first) : told.isBefore(bound);
    }
}
