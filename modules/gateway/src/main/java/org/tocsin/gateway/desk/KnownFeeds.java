package org.tocsin.gateway.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.gateway.desk.FeedDesk.Outcome;
import org.tocsin.gateway.desk.FeedDesk.Saved;
import org.tocsin.gateway.desk.FeedDesk.Taken;
import org.tocsin.gateway.desk.Ledger.Change;
import org.tocsin.gateway.desk.Ledger.Decision;

/**
 * The feeds in the moment of a change, by id and by what their addresses name; what edits make of
 * them.
 */
final class KnownFeeds {

    private final Map<String, Feed> byId;
    private final Map<String, String> idByAddress = new HashMap<>();

    /**
     * @param byId those that are; what is saved here is put to them
     */
    KnownFeeds(Map<String, Feed> byId) {
        this.byId = byId;
        byId.values()
                .forEach(feed -> idByAddress.put(ArticleId.canonicalUrl(feed.url()), feed.id()));
    }

    Optional<Feed> find(String idOrUrl) {
        Feed found = byId.get(idOrUrl);
        if (found == null) {
            found = byId.get(idByAddress.get(ArticleId.canonicalUrl(idOrUrl)));
        }
        return Optional.ofNullable(found);
    }

    private void put(Feed feed) {
        byId.put(feed.id(), feed);
        idByAddress.putIfAbsent(ArticleId.canonicalUrl(feed.url()), feed.id());
    }

    /** Those that are new or changed. */
    Decision<Feed, List<Feed>> save(List<Feed> feeds) {
        var changes = new ArrayList<Change<Feed>>();
        for (Feed feed : feeds) {
            Feed before = byId.get(feed.id());
            if (!feed.equals(before)) {
                changes.add(new Change<>(feed.id(), before, feed, 0));
                // The same feed twice in one call is saved once.
                byId.put(feed.id(), feed);
            }
        }
        return new Decision<>(changes, changes.stream().map(Change::after).toList());
    }

    /** Each feed that these edits name, once, and what became of it. */
    Decision<Feed, List<Saved>> apply(List<FeedEdit> edits) {
        var before = new LinkedHashMap<String, Optional<Feed>>();
        for (FeedEdit edit : edits) {
            Optional<Feed> found = find(edit.url());
            Feed after = edit.on(found.orElseGet(() -> Feed.at(edit.url())));
            before.putIfAbsent(after.id(), found);
            put(after);
        }
        var saved = new ArrayList<Saved>();
        var changes = new ArrayList<Change<Feed>>();
        before.forEach(
                (id, was) -> {
                    Feed after = byId.get(id);
                    Outcome outcome =
                            was.isEmpty()
                                    ? Outcome.CREATED
                                    : was.get().equals(after) ? Outcome.UNCHANGED : Outcome.CHANGED;
                    saved.add(new Saved(after, outcome));
                    if (outcome != Outcome.UNCHANGED) {
                        changes.add(new Change<>(id, was.orElse(null), after, 0));
                    }
                });
        return new Decision<>(changes, List.copyOf(saved));
    }

    /**
     * The same feed at that address; null for where it is.
     *
     * @throws Taken where another feed has it
     */
    Feed moved(Feed before, String url) {
        if (url == null || url.equals(before.url())) {
            return before;
        }
        find(url)
                .filter(other -> !other.id().equals(before.id()))
                .ifPresent(
                        other -> {
                            throw new Taken(other);
                        });
        return before.movedTo(url);
    }
}
