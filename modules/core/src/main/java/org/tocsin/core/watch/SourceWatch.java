package org.tocsin.core.watch;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tocsin.core.dedupe.Owners;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.watch.query.BadQuery;
import org.tocsin.core.watch.query.QueryParser;
import org.tocsin.core.watch.query.SourceClause;

/**
 * Which watchlists depend on which feeds: those whose rule asks for a source ({@code
 * source:tass.com}) that the feed tells. A source below NOT is none that is asked for, and a rule
 * that names no source depends on no feed more than on any other.
 *
 * <p>Safe for many threads.
 */
public final class SourceWatch {

    private final Map<String, List<SourceClause>> asked = new ConcurrentSkipListMap<>();
    private final Owners owners = Owners.shipped();

    /** The watchlist of that id from now on; null where it was deleted. */
    public void put(String id, Watchlist watchlist) {
        List<SourceClause> sources = watchlist == null ? List.of() : sources(watchlist.when());
        if (sources.isEmpty()) {
            asked.remove(id);
        } else {
            asked.put(id, sources);
        }
    }

    /** What cannot be read asks for nothing: it was refused when it was saved, or is not ours. */
    private static List<SourceClause> sources(String when) {
        var sources = new ArrayList<SourceClause>();
        try {
            QueryParser.outline(when)
                    .eachClause(
                            true,
                            (clause, positive) -> {
                                if (positive && clause instanceof SourceClause source) {
                                    sources.add(source);
                                }
                            });
        } catch (BadQuery e) {
            return List.of();
        }
        return List.copyOf(sources);
    }

    /**
     * The ids of the watchlists that depend on the feed, in their order.
     *
     * @param told the sources that its items named of late; none where it was never read, and then
     *     whatever belongs to the owner of its address is taken for its source
     */
    public List<String> on(Feed feed, Collection<String> told) {
        return asked.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(it -> tells(feed, told, it)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A source that a watchlist asks for, as its rule names it. */
    public record Asked(String watchlist, String source) {}

    /** Every source that is asked for, by watchlist. */
    public List<Asked> asked() {
        return asked.entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .map(clause -> new Asked(entry.getKey(), clause.source())))
                .distinct()
                .toList();
    }

    /**
     * Whether the feed tells that source.
     *
     * @param told as {@link #on} has it
     */
    public boolean tells(Feed feed, Collection<String> told, Asked source) {
        return asked.getOrDefault(source.watchlist(), List.of()).stream()
                .filter(clause -> clause.source().equals(source.source()))
                .anyMatch(clause -> tells(feed, told, clause));
    }

    private boolean tells(Feed feed, Collection<String> told, SourceClause asked) {
        if (feed.source() != null) {
            return asked.names(feed.source());
        }
        if (!told.isEmpty()) {
            return told.stream().anyMatch(asked::names);
        }
        String host = host(feed.url());
        return asked.names(host) || owners.of(host).equals(owners.of(asked.source()));
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? url : host;
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
