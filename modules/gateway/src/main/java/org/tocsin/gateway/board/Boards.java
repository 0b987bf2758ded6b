package org.tocsin.gateway.board;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.deadletter.Pile;

/**
 * All that this process remembers of the log, each part bounded; rebuilt from the log at start.
 * {@code watching} are the alerts of watchlists that only watch.
 */
public record Boards(
        AlertBoard alerts,
        AlertBoard watching,
        Latest<AlertVerdict> verdicts,
        StoryBoard stories,
        Latest<Watchlist> watchlists,
        Latest<Feed> feeds,
        Latest<FeedReport> feedReports,
        Visits visits,
        SourceWatch sources,
        LiveLexicon lexicon,
        Pile deadLetters) {

    public static final int ALERTS_HELD = 10_000;
    public static final int WATCHED_HELD = 5_000;

    /** Read at start from each partition, to be counted: a month of all but the loudest rules. */
    public static final long ALERTS_COUNTED = 100_000;

    public static final int TELLINGS_HELD = 4_000;
    public static final int DEAD_LETTERS_HELD = 500;

    /** How a thread stands that rang, or would have rung if its watchlist did not only watch. */
    public Optional<Alert> thread(String id) {
        return alerts.row(id).or(() -> watching.row(id));
    }

    /** The alerts of a thread that are still held, first to last. */
    public List<Alert> history(String thread) {
        List<Alert> rung = alerts.history(thread);
        return rung.isEmpty() ? watching.history(thread) : rung;
    }

    /** The mutes that are known by their keys, those that have ended too. */
    public Map<String, AlertVerdict> mutes() {
        return verdicts.values().stream()
                .filter(verdict -> verdict.word() == AlertVerdict.Word.MUTED)
                .collect(
                        Collectors.toMap(
                                AlertVerdict::key, mute -> mute, (a, b) -> b, TreeMap::new));
    }

    /** The feeds by address, each with what it gives at present and who depends on it. */
    public List<FeedStatus> feedStatuses() {
        return feeds.values().stream()
                .sorted(Comparator.comparing(Feed::url))
                .map(this::status)
                .toList();
    }

    /** The same of one feed. */
    public FeedStatus status(Feed feed) {
        FeedReport report = feedReports.get(feed.id()).orElse(null);
        List<String> told = report == null ? List.of() : report.sources();
        return FeedStatus.of(feed, report, sources.on(feed, told));
    }

    /**
     * The sources that watchlists ask for, each with the feeds that tell it and how these are: what
     * no live feed tells, nobody would hear of.
     */
    public List<AskedSource> askedSources() {
        List<FeedStatus> statuses = feedStatuses();
        return sources.asked().stream()
                .map(
                        asked ->
                                AskedSource.of(
                                        asked,
                                        statuses.stream()
                                                .filter(
                                                        each ->
                                                                sources.tells(
                                                                        each.feed(),
                                                                        told(each),
                                                                        asked))
                                                .toList()))
                .toList();
    }

    private List<String> told(FeedStatus status) {
        return feedReports.get(status.feed().id()).map(FeedReport::sources).orElse(List.of());
    }

    /** How many feeds are in that state. */
    public long feedsThatAre(FeedStatus.State state) {
        return feeds.values().stream()
                .map(
                        feed ->
                                FeedStatus.of(
                                        feed, feedReports.get(feed.id()).orElse(null), List.of()))
                .filter(status -> status.state() == state)
                .count();
    }

    public static Boards empty() {
        return new Boards(
                new AlertBoard(ALERTS_HELD),
                new AlertBoard(WATCHED_HELD),
                new Latest<>(),
                new StoryBoard(TELLINGS_HELD),
                new Latest<>(),
                new Latest<>(),
                new Latest<>(),
                new Visits(),
                new SourceWatch(),
                new LiveLexicon(Lexicon.shipped()),
                new Pile(DEAD_LETTERS_HELD));
    }
}
