package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;

/**
 * Tells sentences of public affairs from those of sport, the stage, trade, nature, health, games
 * and the home, where armies of nobody invade and nobody is killed: the words of {@code
 * spheres.txt} are weighed against each other.
 *
 * <p>A word that settles its sphere weighs {@value #SETTLED}, an ordinary one {@value #ORDINARY}, a
 * faint one {@value #FAINT}; a word of war takes {@value #WAR} away, a weak one {@value #WEAK}. A
 * rule whose words are used figuratively is silent from {@value #ORDINARY} on, any other from
 * {@value #SETTLED} on. Without a word of war or affairs, such a rule wants somebody who may fight
 * or rule, or a troubled land, and no word of a sphere at all. A sentence without a word of either
 * side is judged by its article.
 */
final class Spheres {

    private static final int FAINT = 1;
    private static final int ORDINARY = 2;
    private static final int SETTLED = 4;
    private static final int WEAK = 2;
    static final int WAR = 4;

    /** How much the rest of the article must weigh to speak for a sentence that says nothing. */
    private static final int OF_ARTICLE = 2 * SETTLED;

    private static final Map<String, Integer> WEIGHTS =
            Map.of(
                    "faint", FAINT,
                    "ordinary", ORDINARY,
                    "settled", SETTLED,
                    "weak", -WEAK,
                    "war", -WAR);

    /** By the word's number; 0 for all others. */
    private byte[] weights = new byte[0];

    private final PhraseIndex<Integer> phrases;
    private final WordSet people;
    private final WordSet buildings;
    private final WordSet setting;
    private final WordSet publicLife;
    private final Set<String> troubled;

    Spheres(Phrases phrases, List<String> lines) {
        var weighed = new PhraseIndexBuilder<Integer>(phrases.vocabulary);
        var words = new HashMap<String, Integer>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (!WEIGHTS.containsKey(line.substring(0, colon))) {
                continue;
            }
            int weight = WEIGHTS.get(line.substring(0, colon));
            for (String word : line.substring(colon + 1).strip().split(" +")) {
                if (word.indexOf('+') < 0) {
                    phrases.choice(word).keySet().forEach(form -> words.put(form, weight));
                } else {
                    phrases.all(word.replace('+', ' ')).forEach(p -> weighed.add(p, weight));
                }
            }
        }
        this.phrases = weighed.build();
        people = set(phrases, lines, "people:");
        buildings = set(phrases, lines, "buildings:");
        publicLife = phrases.wordsOf("public");
        setting = phrases.wordsOf("locative");
        troubled = Set.of(line(lines, "troubled:").split(" +"));
        words.forEach((word, weight) -> weigh(phrases.vocabulary.add(word), weight));
    }

    private static WordSet set(Phrases phrases, List<String> lines, String name) {
        return phrases.set(line(lines, name));
    }

    private static String line(List<String> lines, String name) {
        var one = lines.stream().filter(line -> line.startsWith(name)).findFirst();
        return one.orElseThrow().substring(name.length()).strip();
    }

    private void weigh(int number, int weight) {
        if (number >= weights.length) {
            weights = Arrays.copyOf(weights, number * 2);
        }
        weights[number] = (byte) weight;
    }

    /** The texts of one article, weighed when a sentence of them first asks. */
    final class Whole {

        private final List<Reading> readings;
        private final List<List<Found>> found;
        private boolean weighed;
        private int weight;

        Whole(List<Reading> readings, List<List<Found>> found) {
            this.readings = readings;
            this.found = found;
        }

        private int weight() {
            if (!weighed) {
                weighed = true;
                for (int i = 0; i < readings.size(); i++) {
                    weight += ofField(readings.get(i), found.get(i));
                }
            }
            return weight;
        }

        private int ofField(Reading reading, List<Found> names) {
            int sum = 0;
            int next = 0;
            for (int s = 0; s < reading.sentences.size(); s++) {
                int from = next;
                while (next < names.size() && names.get(next).sentence() == s) {
                    next++;
                }
                if (!reading.isFurniture(s)) {
                    sum += balance(reading, names.subList(from, next), s).whole();
                }
            }
            return sum;
        }
    }

    Whole whole(List<Reading> readings, List<List<Found>> found) {
        return new Whole(readings, found);
    }

    /** {@code names} are those of the sentence. */
    Balance balance(Reading reading, List<Found> names, int sentence) {
        return new Balance(
                this, reading, names, reading.opening(sentence), reading.endWord(sentence));
    }

    /** The sentence tells of another sphere than public affairs, for all that the trigger says. */
    boolean isElsewhere(PhraseIndex.Hit<EventRule> hit, Balance sentence, Whole whole) {
        int own = sentence.beside(hit);
        if (own >= needed(hit.meaning())) {
            return true;
        }
        if (own < 0 || sentence.hasAffairs(hit)) {
            return false;
        }
        boolean bare = isLentOut(hit.meaning());
        if (bare && (own > FAINT || isUnpeopled(hit, sentence, own))) {
            return true;
        }
        return own + whole.weight() >= (bare ? SETTLED : OF_ARTICLE);
    }

    /** Nobody of affairs, where a rule asks for somebody or a word hints at another sphere. */
    private static boolean isUnpeopled(PhraseIndex.Hit<EventRule> hit, Balance sentence, int own) {
        return (own > 0 || !hit.meaning().open()) && !sentence.isPeopled();
    }

    /** Somebody who may fight or rule is told of, or a land where there is fighting. */
    boolean isPeopled(Reading reading, List<Found> names, int first, int end) {
        for (int i = first; i < end; i++) {
            if (reading.is(i, publicLife)) {
                return true;
            }
        }
        for (Found name : names) {
            Actor actor = name.actor();
            boolean acts =
                    actor.type() != ActorType.PLACE
                            && (name.from() == first || !reading.is(name.from() - 1, setting));
            String land = actor.type() == ActorType.COUNTRY ? actor.id() : actor.country();
            if (acts || land == null || troubled.contains(land)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether its words are so often borrowed that something must speak for affairs; a swap of
     * prisoners or a coup is seldom anything else.
     */
    private static boolean isLentOut(EventRule rule) {
        boolean borrowed = rule.topic() != EventTopic.COUP && rule.topic() != EventTopic.RELEASE;
        return borrowed && rule.figurative() && !rule.abroad();
    }

    private static int needed(EventRule rule) {
        if (rule.figurative() || rule.abroad()) {
            return ORDINARY;
        }
        boolean strict = rule.topic() == EventTopic.LABOUR_STRIKE;
        return strict || rule.topic() == EventTopic.CASUALTIES ? 2 * SETTLED : SETTLED;
    }

    /** The word tells whom or what the event befalls, whatever the sphere. */
    boolean isHit(Reading reading, int word, PhraseIndex.Hit<EventRule> hit) {
        EventTopic topic = hit.meaning().topic();
        return topic.befallsAnybody() && reading.is(word, people)
                || topic.hitsAnything() && word > hit.from() && isTarget(reading, word, topic);
    }

    private boolean isTarget(Reading reading, int word, EventTopic topic) {
        return reading.is(word, buildings)
                || topic == EventTopic.MILITARY_STRIKE && reading.is(word, people);
    }

    List<PhraseIndex.Hit<Integer>> phrasesIn(Reading reading, int first, int end) {
        return phrases.in(reading, first, end);
    }

    /** Of the word with that number; 0 where it says nothing of its sphere. */
    int weight(int code) {
        return code < weights.length ? weights[code] : 0;
    }
}
