package org.tocsin.bench.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.text.Words;
import org.tocsin.core.watch.Watchlist;

/**
 * Watchlists in any quantity: two or three names with an event or a word. What is often in the news
 * is often asked for, by Zipf's law; five names in six are of somebody who is not in these news.
 */
final class Analysts {

    private static final int NAMES = 3_000;
    private static final int WORDS = 5_000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Zipf<String> names;
    private final Zipf<String> words;
    private final Zipf<String> topics;
    private final String within;
    private int written;

    Analysts(List<TaggedTelling> news, Lexicon lexicon, String within) {
        names = new Zipf<>(names(byCount(news, Analysts::actors, 1), lexicon));
        // What stands in every fifth article is asked for by nobody.
        words = new Zipf<>(byCount(news, Analysts::words, 0.2).stream().limit(WORDS).toList());
        topics = new Zipf<>(byCount(news, Analysts::topics, 1));
        this.within = within;
    }

    /** Those in the news by how often they are, each before five who are not. */
    private static List<String> names(List<String> inNews, Lexicon lexicon) {
        var present = new HashSet<>(inNews);
        Iterator<String> others =
                lexicon.actors().stream()
                        .filter(actor -> actor.type() != ActorType.PLACE)
                        .map(Actor::id)
                        .filter(id -> !present.contains(id))
                        .iterator();
        var row = new ArrayList<String>();
        for (String name : inNews) {
            row.add(name);
            for (int i = 0; i < 5; i++) {
                row.add(others.next());
            }
        }
        while (row.size() < NAMES) {
            row.add(others.next());
        }
        return row;
    }

    Watchlist next() {
        var parts = new LinkedHashSet<String>();
        int count = random.nextInt(3) == 0 ? 3 : 2;
        while (parts.size() < count) {
            parts.add("actor:\"" + names.draw(random) + "\"");
        }
        parts.add(random.nextBoolean() ? event() : words.draw(random));
        return new Watchlist(
                "watch-" + written++,
                null,
                "desk-" + random.nextInt(200),
                null,
                String.join(" AND ", parts),
                within,
                1,
                null,
                null,
                1);
    }

    private String event() {
        String topic = "event:" + topics.draw(random);
        return random.nextBoolean() ? topic : topic + "[modality=announced|occurred]";
    }

    private static List<String> byCount(
            List<TaggedTelling> news, Function<TaggedTelling, Set<String>> what, double most) {
        Map<String, Integer> counts = new HashMap<>();
        news.forEach(told -> what.apply(told).forEach(one -> counts.merge(one, 1, Integer::sum)));
        var row = new ArrayList<>(counts.keySet());
        row.removeIf(one -> counts.get(one) > news.size() * most);
        row.sort(
                (a, b) ->
                        counts.get(b) - counts.get(a) == 0
                                ? a.compareTo(b)
                                : counts.get(b) - counts.get(a));
        return row;
    }

    private static Set<String> actors(TaggedTelling told) {
        var ids = new HashSet<String>();
        for (ActorTag actor : told.tags().actors()) {
            ids.add(actor.id());
        }
        return ids;
    }

    private static Set<String> topics(TaggedTelling told) {
        var ids = new HashSet<String>();
        for (EventTag event : told.tags().events()) {
            ids.add(event.topic());
        }
        return ids;
    }

    private static Set<String> words(TaggedTelling told) {
        var all = new HashSet<String>();
        var text = Words.of(told.telling().article().text());
        for (int i = 0; i < text.size(); i++) {
            if (text.folded(i).length() > 3 && text.folded(i).chars().allMatch(c -> c < 128)) {
                all.add(text.folded(i));
            }
        }
        return all;
    }
}
