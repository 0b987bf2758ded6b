package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.article.Article;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tags;
import org.tocsin.core.text.Span;

/**
 * A telling made ready to be asked many questions: its words, actors and events by name. Each part
 * is made when it is first asked for, and what a clause finds is kept, since many rules ask for the
 * same. For one thread.
 *
 * <p>Its sentences are numbered through both fields: the title is sentence 0 (also where it is
 * empty), the text's follow from 1.
 */
public final class Reading {

    private final Article article;
    private final Tags tags;
    private FieldText title;
    private FieldText text;
    private Map<String, ActorTag> actors;
    private Map<Clause, List<Hit>> hits;

    private Reading(Article article, Tags tags) {
        this.article = article;
        this.tags = tags;
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

    public FieldText title() {
        if (title == null) {
            title = FieldText.title(article.title());
        }
        return title;
    }

    public FieldText text() {
        if (text == null) {
            text = FieldText.text(article.text());
        }
        return text;
    }

    FieldText field(String name) {
        return name.equals("title") ? title() : text();
    }

    /** {@link Clause#hits}, found once for each clause. */
    public List<Hit> hits(Clause clause) {
        if (hits == null) {
            hits = new IdentityHashMap<>();
        }
        List<Hit> known = hits.get(clause);
        if (known == null) {
            known = clause.hits(this);
            hits.put(clause, known);
        }
        return known;
    }

    /** How many sentences there are, the title's place included. */
    public int sentenceCount() {
        return 1 + text().sentenceCount();
    }

    /** Where the text's sentences are, the first of which is number 1. */
    public List<Span> sentences() {
        return text().sentences();
    }

    /** The number of the sentence in which that span begins. */
    public int sentenceAt(String field, int start) {
        return field.equals("title") ? 0 : 1 + text().sentenceAt(start);
    }

    public int sentenceOf(Hit hit) {
        return sentenceAt(hit.field(), hit.start());
    }

    /** False for words that begin in one sentence and end in another. */
    public boolean isWithinOneSentence(Hit hit) {
        return sentenceOf(hit) == sentenceAt(hit.field(), Math.max(hit.start(), hit.end() - 1));
    }

    ActorTag actor(String id) {
        if (actors == null) {
            actors = new HashMap<>();
            tags.actors().forEach(actor -> actors.put(actor.id(), actor));
        }
        return actors.get(id);
    }

    List<EventTag> events(String topic) {
        var found = new ArrayList<EventTag>();
        for (EventTag event : tags.events()) {
            if (event.topic().equals(topic)) {
                found.add(event);
            }
        }
        return found;
    }

    /** The source in lower case without {@code www.}; empty when unknown. */
    public String source() {
        String source = article.source();
        return source == null ? "" : sourceKey(source);
    }

    static String sourceKey(String source) {
        String key = source.strip().toLowerCase(Locale.ROOT);
        return key.startsWith("www.") ? key.substring(4) : key;
    }

    /** The primary language subtag as recognised, else as declared; empty when unknown. */
    public String language() {
        String language = tags.language() != null ? tags.language() : article.language();
        if (language == null) {
            return "";
        }
        int end = 0;
        while (end < language.length()
                && language.charAt(end) != '-'
                && language.charAt(end) != '_') {
            end++;
        }
        return language.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
