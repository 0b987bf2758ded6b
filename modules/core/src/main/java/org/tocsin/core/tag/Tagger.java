package org.tocsin.core.tag;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.language.LanguageDetector;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Span;

/**
 * Articles in, tags out: language, actors and events with exact offsets. Immutable and safe to
 * share; the same article always gives the same tags.
 */
public final class Tagger {

    private final ActorFinder actors;
    private final EventFinder events;

    public Tagger(Lexicon lexicon) {
        Rules rules = Rules.shipped();
        actors = new ActorFinder(lexicon, rules.phrases);
        events = new EventFinder(rules);
    }

    /** The telling with its article's tags. */
    public TaggedTelling tag(Telling telling) {
        return new TaggedTelling(telling, tag(telling.article()));
    }

    public Tags tag(Article article) {
        String language =
                LanguageDetector.of(article.language(), article.title() + "\n" + article.text());
        var readings =
                List.of(new Reading("title", article.title()), new Reading("text", article.text()));
        List<List<Found>> found = actors.find(readings);
        int year = article.eventTime().atZone(ZoneOffset.UTC).getYear();
        var tagged = new ArrayList<EventTag>();
        for (int i = 0; i < readings.size(); i++) {
            tagged.addAll(events.find(readings.get(i), found.get(i), year));
        }
        return new Tags(article.id(), language, tags(readings, found), tagged);
    }

    private static List<ActorTag> tags(List<Reading> readings, List<List<Found>> found) {
        var mentions = new LinkedHashMap<Actor, List<Mention>>();
        for (int i = 0; i < readings.size(); i++) {
            for (Found one : found.get(i)) {
                mentions.computeIfAbsent(one.actor(), actor -> new ArrayList<>())
                        .add(mention(readings.get(i), one));
            }
        }
        return mentions.entrySet().stream().map(Tagger::tag).toList();
    }

    private static ActorTag tag(Map.Entry<Actor, List<Mention>> entry) {
        Actor actor = entry.getKey();
        return new ActorTag(
                actor.id(),
                actor.name(),
                actor.type(),
                actor.wikidata(),
                actor.country(),
                entry.getValue());
    }

    private static Mention mention(Reading reading, Found found) {
        var span = new Span(reading.words.start(found.from()), reading.words.end(found.to() - 1));
        return new Mention(
                reading.field, span.start(), span.end(), span.of(reading.text), found.sentence());
    }
}
