package org.tocsin.core.watch.thread;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.Mention;
import org.tocsin.core.tag.Modality;
import org.tocsin.core.text.Sentences;
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
 */
final class Facts {

    private static final Pattern CLOSED = Pattern.compile("[.!?…؟۔।。！？][\"'”’»)\\]]*$");

    private Facts() {}

    static List<String> of(Reading reading, List<Evidence> evidence) {
        var telling = new BitSet();
        telling.set(0);
        evidence.forEach(span -> telling.set(reading.sentenceAt(span.field(), span.start())));
        var facts = new TreeSet<String>();
        for (EventTag event : reading.tags().events()) {
            if (event.modality() != Modality.HISTORICAL) {
                telling.set(reading.sentenceAt(event.field(), event.start()));
                facts.add("event:" + claim(event));
            }
        }
        for (ActorTag actor : reading.tags().actors()) {
            for (Mention mention : actor.mentions()) {
                if (telling.get(reading.sentenceAt(mention.field(), mention.start()))) {
                    facts.add("actor:" + actor.id());
                }
            }
        }
        addNumbers(facts, reading, telling);
        return List.copyOf(facts);
    }

    private static void addNumbers(TreeSet<String> facts, Reading reading, BitSet telling) {
        Numbers.of(reading.article().title()).forEach(number -> facts.add("number:" + number));
        String text = reading.article().text();
        List<Span> sentences = Sentences.of(text);
        for (int i = 0; i < sentences.size(); i++) {
            if (telling.get(i + 1) || isClosed(sentences.get(i).of(text))) {
                Numbers.of(sentences.get(i).of(text))
                        .forEach(number -> facts.add("number:" + number));
            }
        }
    }

    private static boolean isClosed(String sentence) {
        return CLOSED.matcher(sentence).find();
    }

    /** A topic with its modality, as {@link Contribution#claims} holds them. */
    static String claim(EventTag event) {
        return event.topic() + ":" + event.modality();
    }
}
