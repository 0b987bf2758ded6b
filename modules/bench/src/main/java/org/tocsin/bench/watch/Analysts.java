package org.tocsin.bench.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
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

    /** How watchlists are written. */
    enum Mix {
        /**
         * As people write them who are woken by what they write: one that more of the news answer
         * than {@link #MOST} is sharpened until fewer do, each time by a name that one of those
         * that answered has as well.
         */
        SHARP,
        /** As they are drawn: nobody minds that the common ones ring all day. */
        LOOSE,
        /** Two or three names and nothing else, so many articles for each as for the sharp ones. */
        NAMES
    }

    /** Of five thousand articles a day, ten. */
    private static final double MOST = 0.002;

    /** More names nobody writes: then it is asked for otherwise. */
    private static final int LONGEST = 5;

    private static final int NAMES = 3_000;
    private static final int WORDS = 5_000;

    private final SplittableRandom random = new SplittableRandom(11);
    private final Map<String, BitSet> answers = new HashMap<>();
    private final List<List<String>> actorsOf;
    private final Zipf<String> names;
    private final Zipf<String> words;
    private final Zipf<String> topics;
    private final String within;
    private final int most;
    private final Mix mix;
    private int written;

    Analysts(List<TaggedTelling> news, Lexicon lexicon, String within, Mix mix) {
        names = new Zipf<>(names(byCount("actor:", news, Analysts::actors, 1), lexicon));
        // What stands in every fifth article is asked for by nobody.
        words = new Zipf<>(byCount("", news, Analysts::words, 0.2).stream().limit(WORDS).toList());
        topics = new Zipf<>(byCount("event:", news, Analysts::topics, 1));
        actorsOf = news.stream().map(told -> actors(told).stream().sorted().toList()).toList();
        this.within = within;
        this.mix = mix;
        this.most = mix == Mix.LOOSE ? news.size() : (int) (news.size() * MOST);
    }

    /** Those in the news by how often they are, each before five who are not. */
    private static List<String> names(List<String> inNews, Lexicon lexicon) {
        var present = new HashSet<>(inNews);
        List<String> others =
                lexicon.actors().stream()
                        .filter(actor -> actor.type() != ActorType.PLACE)
                        .map(Actor::id)
                        .filter(id -> !present.contains(id))
                        .toList();
        var row = new ArrayList<String>();
        int next = 0;
        for (String name : inNews) {
            row.add(name);
            for (int i = 0; i < 5 && next < others.size(); i++) {
                row.add(others.get(next++));
            }
        }
        while (row.size() < NAMES) {
            row.add(others.get(next++));
        }
        return row;
    }

    Watchlist next() {
        Set<String> parts = draw();
        while (answeredBy(parts).cardinality() > most) {
            if (parts.size() > LONGEST) {
                parts = draw();
            } else {
                parts.add(nameIn(answeredBy(parts)));
            }
        }
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

    private String nameIn(BitSet articles) {
        int[] all = articles.stream().toArray();
        List<String> there = actorsOf.get(all[random.nextInt(all.length)]);
        return clause(there.get(random.nextInt(there.size())));
    }

    private static String clause(String actor) {
        return "actor:\"" + actor + "\"";
    }

    private Set<String> draw() {
        var parts = new LinkedHashSet<String>();
        int count = random.nextInt(3) == 0 ? 3 : 2;
        while (parts.size() < count) {
            parts.add(clause(names.draw(random)));
        }
        if (mix != Mix.NAMES) {
            parts.add(random.nextBoolean() ? event() : words.draw(random));
        }
        return parts;
    }

    private String event() {
        String topic = "event:" + topics.draw(random);
        return random.nextBoolean() ? topic : topic + "[modality=announced|occurred]";
    }

    /** The articles that have all of them; of events no more is known than that they are there. */
    private BitSet answeredBy(Set<String> parts) {
        BitSet all = null;
        for (String part : parts) {
            String atom = part.replace("\"", "").replaceAll("\\[.*", "");
            BitSet some = answers.getOrDefault(atom, new BitSet());
            if (all == null) {
                all = (BitSet) some.clone();
            } else {
                all.and(some);
            }
        }
        return all;
    }

    /** The most frequent first; notes for each which articles have it. */
    private List<String> byCount(
            String kind,
            List<TaggedTelling> news,
            Function<TaggedTelling, Set<String>> what,
            double most) {
        Map<String, BitSet> found = new HashMap<>();
        for (int i = 0; i < news.size(); i++) {
            for (String one : what.apply(news.get(i))) {
                found.computeIfAbsent(one, any -> new BitSet()).set(i);
            }
        }
        found.forEach((one, articles) -> answers.put(kind + one, articles));
        Map<String, Integer> counts = new HashMap<>();
        found.forEach((one, articles) -> counts.put(one, articles.cardinality()));
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
