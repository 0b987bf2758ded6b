package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;

/**
 * A telling made ready to be asked many questions: its words, actors and events by name.
 *
 * <p>Its sentences are numbered through both fields: the title is sentence 0 (also where it is
 * empty), the text's follow from 1.
 */
public final class Reading {

    private final Article article;
    private final Tags tags;
    private final FieldText title;
    private final FieldText text;
    private final Map<String, ActorTag> actors = new HashMap<>();
    private final Map<String, List<EventTag>> events = new HashMap<>();

    private Reading(Article article, Tags tags) {
        this.article = article;
        this.tags = tags;
        this.title = FieldText.title(article.title());
        this.text = FieldText.text(article.text());
        tags.actors().forEach(actor -> actors.put(actor.id(), actor));
        for (EventTag event : tags.events()) {
            events.computeIfAbsent(event.topic(), topic -> new ArrayList<>()).add(event);
        }
    }

    public static Reading of(TaggedTelling tagged) {
        return new Reading(tagged.telling().article(), tagged.tags());
    }

    public Article article() {
        return article;
    }

    public Tags tags() {
        return tags;
    }

    /** How many sentences there are, the title's place included. */
    public int sentenceCount() {
        return 1 + text.sentenceCount();
    }

    /** The number of the sentence in which that span begins. */
    public int sentenceAt(String field, int start) {
        return field.equals("title") ? 0 : 1 + text.sentenceAt(start);
    }

    int sentenceOf(Hit hit) {
        return sentenceAt(hit.field(), hit.start());
    }

    /** False for words that begin in one sentence and end in another. */
    public boolean isWithinOneSentence(Hit hit) {
        return sentenceOf(hit) == sentenceAt(hit.field(), Math.max(hit.start(), hit.end() - 1));
    }

    /** All folded words of title and text. */
    Set<String> vocabulary() {
        var all = new HashSet<>(title.vocabulary());
        all.addAll(text.vocabulary());
        return all;
    }

    List<FieldText> fields() {
        return List.of(title, text);
    }

    FieldText field(String name) {
        return name.equals("title") ? title : text;
    }

    ActorTag actor(String id) {
        return actors.get(id);
    }

    List<EventTag> events(String topic) {
        return events.getOrDefault(topic, List.of());
    }

    /** The source in lower case without {@code www.}; empty when unknown. */
    String source() {
        String source = article.source();
        return source == null ? "" : sourceKey(source);
    }

    static String sourceKey(String source) {
        return source.strip().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    /** The primary language subtag as recognised, else as declared; empty when unknown. */
    String language() {
        String language = tags.language() != null ? tags.language() : article.language();
        return language == null ? "" : language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }
}
