package org.tocsin.core.watch.thread;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Mention;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.text.Span;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.query.Reading;

/**
 * What a telling states that a later one can change: actors, numbers, and events with their
 * modality, as one sorted list of names.
 *
 * <p>Actors are read in the title and in the sentences that hold evidence or an event that is news;
 * who is named elsewhere is background, and an editor's change there should wake nobody. Numbers
 * are read there and in every sentence that is closed by a stop: tolls often stand alone, while
 * counters of shares and comments are no sentences.
 *
 * <p>For one telling and all rules that it answers, and one thread.
 */
final class Facts {

    private static final String STOPS = ".!?…؟۔।。！？";
    private static final String CLOSERS = "\"'”’»)]";

    private final Reading reading;

    /** What depends on the evidence only by its sentences is the same for many rules. */
    private final Map<BitSet, List<String>> known = new HashMap<>();

    /** The sentences that tell something whatever is asked; null until facts are asked for. */
    private BitSet news;

    /** The facts of any evidence. */
    private List<String> common;

    /** Where the text's sentences stand that are read only for what they are evidence of. */
    private Map<Integer, Span> open;

    Facts(Reading reading) {
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    /** Sorted; made when first asked for, since most tellings answer nothing. */
    List<String> of(List<Evidence> evidence) {
        if (news == null) {
            readNews();
        }
        var telling = (BitSet) news.clone();
        evidence.forEach(span -> telling.set(reading.sentenceAt(span.field(), span.start())));
        return known.computeIfAbsent(telling, this::read);
    }

    private void readNews() {
        news = new BitSet();
        news.set(0);
        var facts = new ArrayList<String>();
        for (EventTag event : reading.tags().events()) {
            if (event.modality() != Modality.HISTORICAL) {
                news.set(reading.sentenceAt(event.field(), event.start()));
                facts.add("event:" + claim(event));
            }
        }
        addNumbers(facts, reading.article().title());
        open = new HashMap<>();
        String text = reading.article().text();
        List<Span> sentences = reading.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            if (news.get(i + 1) || isClosed(text, sentences.get(i))) {
                addNumbers(facts, sentences.get(i).of(text));
            } else {
                open.put(i + 1, sentences.get(i));
            }
        }
        common = facts;
    }

    private List<String> read(BitSet telling) {
        var facts = new TreeSet<>(common);
        for (ActorTag actor : reading.tags().actors()) {
            for (Mention mention : actor.mentions()) {
                if (telling.get(reading.sentenceAt(mention.field(), mention.start()))) {
                    facts.add("actor:" + actor.id());
                    break;
                }
            }
        }
        String text = reading.article().text();
        open.forEach(
                (sentence, span) -> {
                    if (telling.get(sentence)) {
                        addNumbers(facts, span.of(text));
                    }
                });
        return List.copyOf(facts);
    }

    private static void addNumbers(Collection<String> facts, String sentence) {
        Numbers.of(sentence).forEach(number -> facts.add("number:" + number));
    }

    private static boolean isClosed(String text, Span sentence) {
        int last = sentence.end() - 1;
        while (last >= sentence.start() && CLOSERS.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= sentence.start() && STOPS.indexOf(text.charAt(last)) >= 0;
    }

    /** A topic with its modality, as {@link Contribution#claims} holds them. */
    static String claim(EventTag event) {
        return event.topic() + ":" + event.modality();
    }
}
